        try {
            Map<String, String> suffixes = new java.util.HashMap<>();
            suffixes.put("bpmn", ".bpmn20.xml");
            suffixes.put("json", ".json");
            String suffix = suffixes.get(type);
            if (suffix == null) {
                throw new UnsupportedOperationException("不支持的格式:" + type);
            }

            Model modelData = repositoryService.getModel(modelId);
            byte[] source = repositoryService.getModelEditorSource(modelData.getId());
            BpmnModel bpmnModel = new BpmnJsonConverter().convertToBpmnModel(new ObjectMapper().readTree(source));

            if (bpmnModel.getMainProcess() == null) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                response.getOutputStream().println("no main process, can't export for dimension: " + suffix.substring(1));
                response.flushBuffer();
                return;
            }

            String filename = bpmnModel.getMainProcess().getId() + suffix;
            byte[] exportBytes = ".json".equals(suffix) ? source : new BpmnXMLConverter().convertToXML(bpmnModel);

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
