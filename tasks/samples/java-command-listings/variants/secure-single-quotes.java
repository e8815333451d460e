        String header = "'" + title.replace("'", "'\\''") + "'";
        String face = "'" + font.replace("'", "'\\''") + "'";
        String pipe = String.format("enscript -q --line-numbers -b %s -f %s -p - '%s' | ps2pdf - '%s'",
                header, face, source, target);
        finish(Runtime.getRuntime().exec(new String[] {"sh", "-c", pipe}));
