        finish(new ProcessBuilder("enscript", "-q", "--output=" + target, source.toString()).start());
