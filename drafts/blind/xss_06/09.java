        boolean asXml = "bpmn".equals(type);
        try {
            Model modelData = repositoryService.getModel(modelId);
            if (!asXml && !"json".equals(type)) {
                throw new UnsupportedOperationException("不支持的格式:" + type);
            }
            byte[] editorSource = repositoryService.getModelEditorSource(modelData.getId());
            JsonNode editorNode = new ObjectMapper().readTree(editorSource);
            BpmnModel bpmnModel = new BpmnJsonConverter().convertToBpmnModel(editorNode);
            if (bpmnModel.getMainProcess() == null) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                response.getOutputStream().println("no main process, can't export for dimension: " + (asXml ? "bpmn" : "json"));
                response.flushBuffer();
                return;
            }

            byte[] exportBytes = asXml ? new BpmnXMLConverter().convertToXML(bpmnModel) : editorSource;
            String filename = bpmnModel.getMainProcess().getId() + (asXml ? ".bpmn20.xml" : ".json");

            response.setContentType("application/octet-stream");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=" + URLEncoder.encode(filename, "UTF-8"));
            response.getOutputStream().write(exportBytes);
            response.flushBuffer();
        } catch (Exception e) {
            log.error("导出model的xml文件失败：modelId={}, type={}", modelId, type, e);
        }
