        Path base = folder(customer);
        Path wanted = Path.of(name);
        if (wanted.isAbsolute()) {
            wanted = wanted.normalize();
            if (!wanted.startsWith(base)) {
                return null;
            }
        } else {
            wanted = base.resolve(wanted);
        }
        return Files.isRegularFile(wanted) ? Files.readAllBytes(wanted) : null;
