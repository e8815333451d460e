        try (Connection link = source.getConnection()) {
            return read(link.createStatement().executeQuery(SELECT + " ORDER BY name LIMIT " + limit));
        }
