        try {
            Model modelData = repositoryService.getModel(modelId);
            BpmnJsonConverter jsonConverter = new BpmnJsonConverter();
            byte[] modelEditorSource = repositoryService.getModelEditorSource(modelData.getId());

            JsonNode editorNode = new ObjectMapper().readTree(modelEditorSource);
            BpmnModel bpmnModel = jsonConverter.convertToBpmnModel(editorNode);

            if (bpmnModel.getMainProcess() == null) {
                ObjectMapper mapper = new ObjectMapper();
                ObjectNode error = mapper.createObjectNode();
                error.put("status", HttpStatus.UNPROCESSABLE_ENTITY.value());
                error.put("message", "no main process, can't export for dimension: " + type);
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                response.setContentType("application/json;charset=UTF-8");
                response.setHeader("X-Content-Type-Options", "nosniff");
                response.getOutputStream().write(mapper.writeValueAsBytes(error));
                response.flushBuffer();
                return;
            }

            String processId = bpmnModel.getMainProcess().getId();
            byte[] exportBytes;
            String filename;
            switch (type) {
                case "bpmn":
                    exportBytes = new BpmnXMLConverter().convertToXML(bpmnModel);
                    filename = processId + ".bpmn20.xml";
                    break;
                case "json":
                    exportBytes = modelEditorSource;
                    filename = processId + ".json";
                    break;
                default:
                    throw new UnsupportedOperationException("unsupported export type");
            }

            response.setContentType("application/octet-stream");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=" + URLEncoder.encode(filename, "UTF-8"));
            response.getOutputStream().write(exportBytes);
            response.flushBuffer();
        } catch (Exception e) {
            log.error("导出model的xml文件失败：modelId={}, type={}", modelId, type, e);
        }
