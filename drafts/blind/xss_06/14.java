        try {
            Model modelData = repositoryService.getModel(modelId);
            BpmnJsonConverter jsonConverter = new BpmnJsonConverter();
            byte[] modelEditorSource = repositoryService.getModelEditorSource(modelData.getId());

            JsonNode editorNode = new ObjectMapper().readTree(modelEditorSource);
            BpmnModel bpmnModel = jsonConverter.convertToBpmnModel(editorNode);

            if (bpmnModel.getMainProcess() == null) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                response.setContentType("text/html;charset=UTF-8");
                String escaped = org.apache.commons.lang3.StringEscapeUtils.escapeHtml4(type);
                response.getWriter().println("<p>no main process, can't export for <input name='type' value='" + escaped + "'></p>");
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
