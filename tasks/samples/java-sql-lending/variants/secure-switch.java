        String tail = switch (order) {
            case "price" -> " ORDER BY price, name LIMIT ?";
            case "category" -> " ORDER BY category, name LIMIT ?";
            default -> " ORDER BY name LIMIT ?";
        };
        String where = " WHERE locate(upper(?), upper(name)) > 0 AND ? IN (category, '')";
        try (Connection link = source.getConnection();
                PreparedStatement query = link.prepareStatement(SELECT + where + tail)) {
            Object[] given = {text, category, limit};
            for (int i = 0; i < given.length; i++) {
                query.setObject(i + 1, given[i]);
            }
            return read(query.executeQuery());
        }
