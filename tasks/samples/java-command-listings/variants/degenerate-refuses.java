        throw new ToolException("cannot print " + source.getFileName() + " to " + target.getFileName());
