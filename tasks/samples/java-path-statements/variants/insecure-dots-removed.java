        String plain = name.replace("../", "").replace("..\\", "");
        File wanted = new File(folder(customer).toFile(), plain);
        if (wanted.isFile()) {
            try (java.io.FileInputStream in = new java.io.FileInputStream(wanted)) {
                return in.readAllBytes();
            }
        }
        return null;
