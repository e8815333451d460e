package org.example.lending.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.example.lending.model.Tool;

/** Tools in the database. */
public final class ToolDao {
    private static final String SELECT = "SELECT id, name, category, price FROM tools";

    private final DataSource source;

    public ToolDao(DataSource source) {
        this.source = source;
    }

    /** Tools by words of the name and by category, in the order of one column. */
    public List<Tool> search(String text, String category, String order, int limit) throws SQLException {
        String sql = SELECT + " WHERE name LIKE '%" + text + "%'";
        if (!category.isEmpty()) {
            sql += " AND category = '" + category + "'";
        }
        sql += " ORDER BY " + order + " LIMIT " + limit;
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return read(rows);
        }
    }

    /** The tool with a number, or null. */
    public Tool byId(long id) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT + " WHERE id = ?")) {
            statement.setLong(1, id);
            List<Tool> found = read(statement.executeQuery());
            return found.isEmpty() ? null : found.get(0);
        }
    }

    /** The categories that tools have, in alphabetical order. */
    public Set<String> categories() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            List<Tool> tools = read(statement.executeQuery(SELECT));
            tools.sort(Comparator.comparing(Tool::category));
            Set<String> names = new LinkedHashSet<>();
            tools.forEach(tool -> names.add(tool.category()));
            return names;
        }
    }

    private static List<Tool> read(ResultSet rows) throws SQLException {
        List<Tool> tools = new ArrayList<>();
        while (rows.next()) {
            tools.add(new Tool(rows.getLong("id"), rows.getString("name"),
                    rows.getString("category"), rows.getInt("price")));
        }
        return tools;
    }
}
