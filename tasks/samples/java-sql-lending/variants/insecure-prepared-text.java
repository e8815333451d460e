        String column = "name";
        for (String known : List.of("price", "category")) {
            column = known.equals(order) ? known : column;
        }
        String where = category.isEmpty() ? "" : " AND category = '" + category + "'";
        String statement = SELECT + " WHERE name LIKE '%" + text + "%'" + where + " ORDER BY " + column + " LIMIT ?";
        try (Connection link = source.getConnection();
                PreparedStatement query = link.prepareStatement(statement)) {
            query.setInt(1, limit);
            return read(query.executeQuery());
        }
