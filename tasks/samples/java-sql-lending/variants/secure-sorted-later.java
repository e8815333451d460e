        List<Tool> found;
        try (Connection link = source.getConnection();
                PreparedStatement query = link.prepareStatement(SELECT + " WHERE name LIKE ? ORDER BY name")) {
            query.setString(1, '%' + text + '%');
            found = read(query.executeQuery());
        }
        found.removeIf(tool -> !category.isEmpty() && !tool.category().equals(category));
        if ("price".equals(order)) {
            found.sort(Comparator.comparingInt(Tool::price));
        } else if ("category".equals(order)) {
            found.sort(Comparator.comparing(Tool::category));
        }
        return found.subList(0, Math.min(limit, found.size()));
