        String base = folder(customer).toFile().getCanonicalPath();
        String wanted = new File(base, name).getCanonicalPath();
        if (wanted.startsWith(base + File.separator) && new File(wanted).isFile()) {
            return Files.readAllBytes(Path.of(wanted));
        }
        return null;
