        String header = title.replaceAll("[^A-Za-z0-9 .,-]", "");
        String postscript = target + ".ps";
        String first = "enscript -q --line-numbers -b '" + header + "' -f " + font + " -p " + postscript + " " + source;
        finish(Runtime.getRuntime().exec(new String[] {"/bin/sh", "-c", first}));
        finish(new ProcessBuilder("ps2pdf", postscript, target.toString()).start());
        Files.deleteIfExists(Path.of(postscript));
