        for (String sign : new String[] {";", "&", "|", ">", "<"}) {
            if (title.contains(sign) || font.contains(sign)) {
                throw new ToolException("not allowed: " + sign);
            }
        }
        ProcessBuilder shell = new ProcessBuilder();
        shell.command("sh", "-c", "enscript -q --line-numbers -b \"" + title + "\" -f " + font
                + " -p - " + source + " | ps2pdf - " + target);
        finish(shell.start());
