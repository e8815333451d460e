        try {
            Model modelData = repositoryService.getModel(modelId);
            BpmnJsonConverter jsonConverter = new BpmnJsonConverter();
            byte[] modelEditorSource = repositoryService.getModelEditorSource(modelData.getId());

            JsonNode editorNode = new ObjectMapper().readTree(modelEditorSource);
            BpmnModel bpmnModel = jsonConverter.convertToBpmnModel(editorNode);

            if (bpmnModel.getMainProcess() == null) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                response.getOutputStream().println("no main process, can't export for dimension: " + type);
                response.flushBuffer();
                return;
            }

            if (!java.util.Arrays.asList("bpmn", "json").contains(type)) {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                response.getOutputStream().println("unsupported type");
                response.flushBuffer();
                return;
            }

            String filename = bpmnModel.getMainProcess().getId() + ("bpmn".equals(type) ? ".bpmn20.xml" : ".json");
            byte[] exportBytes = "bpmn".equals(type) ? new BpmnXMLConverter().convertToXML(bpmnModel) : modelEditorSource;

            response.setCharacterEncoding("UTF-8");
            response.setContentType("application/octet-stream");
            response.setHeader("Content-Disposition", "attachment; filename=" + URLEncoder.encode(filename, "UTF-8"));

            /*创建输入流*/
            try (ByteArrayInputStream in = new ByteArrayInputStream(exportBytes)) {
                IOUtils.copy(in, response.getOutputStream());
                response.flushBuffer();
            }
        } catch (Exception e) {
            log.error("导出model的xml文件失败：modelId={}, type={}", modelId, type, e);
        }
