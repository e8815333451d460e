        String header = title.replace("\\", "\\\\").replace("\"", "\\\"");
        String face = font.replace("\\", "\\\\").replace("\"", "\\\"");
        StringBuilder pipe = new StringBuilder("enscript -q --line-numbers");
        pipe.append(" -b \"").append(header).append('"');
        pipe.append(" -f \"").append(face).append('"');
        pipe.append(" -p - ").append(source).append(" | ps2pdf - ").append(target);
        finish(Runtime.getRuntime().exec(new String[] {"sh", "-c", pipe.toString()}));
