        String base = folder(customer).toFile().getCanonicalPath();
        String wanted = new File(base, name).getCanonicalPath();
        if (!wanted.startsWith(base) || !new File(wanted).isFile()) {
            return null;
        }
        return Files.readAllBytes(Path.of(wanted));
