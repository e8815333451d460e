        if (title == null || font == null) {
            throw new ToolException("nothing to print");
        }
        Files.write(target, new byte[0]);
