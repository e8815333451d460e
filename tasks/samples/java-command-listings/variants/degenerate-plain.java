        File listing = target.toFile();
        finish(new ProcessBuilder("enscript", "-q", "--output=" + listing, source.toString()).start());
