        Path postscript = Files.createTempFile("listing", ".ps");
        try {
            String[] first = {"enscript", "--quiet", "--line-numbers", "-b", title, "-f", font,
                "--output=" + postscript, source.toString()};
            finish(Runtime.getRuntime().exec(first));
            String[] second = {"ps2pdf", postscript.toString(), target.toString()};
            finish(Runtime.getRuntime().exec(second));
        } finally {
            Files.deleteIfExists(postscript);
        }
