        if (name.contains("..") || name.startsWith("/")) {
            return null;
        }
        String plain = java.net.URLDecoder.decode(name, java.nio.charset.StandardCharsets.UTF_8);
        Path wanted = Path.of(folder(customer).toString(), plain);
        return Files.isRegularFile(wanted) ? Files.readAllBytes(wanted) : null;
