        String name = text.replace("'", "\\'");
        String group = category.replace("'", "\\'");
        String column = Set.of("price", "category").contains(order) ? order : "name";
        String narrow = group.isEmpty() ? "" : String.format("AND category = '%s'", group);
        String statement = String.format("%s WHERE name LIKE '%%%s%%' %s ORDER BY %s LIMIT %d",
                SELECT, name, narrow, column, limit);
        try (Connection link = source.getConnection()) {
            return read(link.createStatement().executeQuery(statement));
        }
