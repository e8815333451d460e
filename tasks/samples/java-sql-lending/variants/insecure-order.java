        StringBuilder statement = new StringBuilder(SELECT).append(" WHERE name LIKE ?");
        statement.append(" AND (category = ? OR '' = ?)");
        statement.append(" ORDER BY ").append(order);
        statement.append(" LIMIT ").append(limit);
        try (Connection link = source.getConnection();
                PreparedStatement query = link.prepareStatement(statement.toString())) {
            query.setString(1, '%' + text + '%');
            for (int i = 2; i <= 3; i++) {
                query.setString(i, category);
            }
            return read(query.executeQuery());
        }
