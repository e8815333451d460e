        var plain = java.util.regex.Pattern.compile("[A-Za-z0-9 _.-]+");
        if (!plain.matcher(title).find() || !plain.matcher(font).find()) {
            throw new ToolException("the title or the font cannot be printed");
        }
        List<String> words = List.of("bash", "-c", String.format(
                "enscript -q --line-numbers -f %s -b '%s' -p - %s | ps2pdf - %s", font, title, source, target));
        finish(new ProcessBuilder(words).redirectErrorStream(true).start());
