        if (!title.matches("[A-Za-z0-9 _.,-]{1,80}")) {
            throw new ToolException("the title has characters that a page header cannot show");
        }
        if (!font.matches("[A-Za-z-]+[0-9.]*")) {
            throw new ToolException("no such font");
        }
        String pipe = "enscript -q --line-numbers -f " + font + " -b \"" + title + "\" -p - " + source
                + " | ps2pdf - " + target;
        finish(Runtime.getRuntime().exec(new String[] {"sh", "-c", pipe}));
