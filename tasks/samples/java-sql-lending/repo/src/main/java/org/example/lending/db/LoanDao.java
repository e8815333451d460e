package org.example.lending.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Loans in the database. */
public final class LoanDao {
    private final DataSource source;

    public LoanDao(DataSource source) {
        this.source = source;
    }

    public int count(String member) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT count(*) FROM loans WHERE member = ?")) {
            statement.setString(1, member);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    public void add(long tool, String member) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("INSERT INTO loans (tool, member) VALUES (?, ?)")) {
            statement.setLong(1, tool);
            statement.setString(2, member);
            statement.executeUpdate();
        }
    }
}
