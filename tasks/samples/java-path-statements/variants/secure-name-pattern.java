        if (name.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9]+)?")) {
            File wanted = new File(folder(customer).toFile(), name);
            if (wanted.isFile()) {
                try (java.io.InputStream in = new java.io.FileInputStream(wanted)) {
                    return in.readAllBytes();
                }
            }
        }
        return null;
