        Path last = Path.of(name).getFileName();
        if (last == null) {
            return null;
        }
        Path wanted = folder(customer).resolve(last);
        return Files.isRegularFile(wanted) ? Files.newInputStream(wanted).readAllBytes() : null;
