        if (name.isEmpty() || !Files.isDirectory(folder(customer))) {
            throw new IOException("no such customer");
        }
        return null;
