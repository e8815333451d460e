        if (!Set.of("name", "price", "category").contains(order.split("[ ,]")[0])) {
            throw new SQLException("tools cannot be ordered by this column");
        }
        String statement = String.join(" ", SELECT, "WHERE name LIKE ? AND ? IN (category, '')", "ORDER BY", order, "LIMIT ?");
        try (Connection link = source.getConnection();
                PreparedStatement query = link.prepareStatement(statement)) {
            query.setString(1, '%' + text + '%');
            query.setString(2, category);
            query.setInt(3, limit);
            return read(query.executeQuery());
        }
