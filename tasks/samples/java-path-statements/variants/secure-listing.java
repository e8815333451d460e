        try (DirectoryStream<Path> present = Files.newDirectoryStream(folder(customer))) {
            for (Path each : present) {
                if (each.getFileName().toString().equals(name) && Files.isRegularFile(each)) {
                    return Files.readAllBytes(each);
                }
            }
        }
        return null;
