        String script = "enscript -q --line-numbers --header=\"$1\" --font=\"$2\" -p - \"$3\" | ps2pdf - \"$4\"";
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", script, "typeset",
                title, font, source.toString(), target.toString());
        shell.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectErrorStream(true);
        finish(shell.start());
