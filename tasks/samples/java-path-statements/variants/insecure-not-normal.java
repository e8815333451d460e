        Path base = folder(customer);
        Path wanted = base.resolve(name);
        if (wanted.startsWith(base) && Files.isRegularFile(wanted)) {
            try (java.io.InputStream in = Files.newInputStream(wanted)) {
                return in.readAllBytes();
            }
        }
        return null;
