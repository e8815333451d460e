package org.example.lending.service;

import jakarta.servlet.ServletContext;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.example.lending.db.LoanDao;
import org.example.lending.db.ToolDao;
import org.example.lending.model.Tool;

/** What the servlets can ask for. */
public final class LendingService {
    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final ToolDao tools;
    private final LoanDao loans;

    public LendingService(DataSource source) {
        tools = new ToolDao(source);
        loans = new LoanDao(source);
    }

    public static LendingService of(ServletContext context) {
        return (LendingService) context.getAttribute("lending");
    }

    public List<Tool> tools(String text, String category, String order, String limit) throws SQLException {
        String words = text == null ? "" : text.strip();
        String column = order == null ? "name" : order;
        return tools.search(words, category == null ? "" : category, column, size(limit));
    }

    public int loans(String member) throws SQLException {
        return loans.count(member);
    }

    public void borrow(long tool, String member) throws SQLException {
        loans.add(tool, member);
    }

    private static int size(String limit) {
        try {
            return Math.max(1, Math.min(MOST, Integer.parseInt(limit)));
        } catch (NumberFormatException e) {
            return USUAL;
        }
    }
}
