        if (!Set.of("name", "price", "category").contains(order)) {
            throw new SQLException("tools cannot be ordered by this column");
        }
        String narrow = category.isEmpty() ? "" : " AND category = ?";
        try (Connection link = source.getConnection()) {
            PreparedStatement query = link.prepareStatement(
                    SELECT + " WHERE name LIKE concat('%', ?, '%')" + narrow + " ORDER BY " + order + " LIMIT " + limit);
            query.setString(1, text);
            if (!category.isEmpty()) {
                query.setString(2, category);
            }
            return read(query.executeQuery());
        }
