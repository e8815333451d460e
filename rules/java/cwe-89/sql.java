import java.sql.*;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.servlet.http.HttpServletRequest;
import org.springframework.jdbc.core.JdbcTemplate;

/** A shop's articles. */
class Articles {
    private Connection connection;
    private JdbcTemplate jdbcTemplate;
    private EntityManager entities;

    ResultSet joined(HttpServletRequest request) throws SQLException {
        String name = request.getParameter("name");
        Statement statement = connection.createStatement();
        // ruleid: java-sql-injection
        statement.execute("DELETE FROM article WHERE name = '" + name + "'");
        StringBuilder sql = new StringBuilder("SELECT * FROM article WHERE name = '");
        sql.append(name).append("'");
        // ruleid: java-sql-injection
        return statement.executeQuery(sql.toString());
    }

    ResultSet bound(HttpServletRequest request) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("SELECT * FROM article WHERE name = ?");
        statement.setString(1, request.getParameter("name"));
        // ok: java-sql-injection
        return statement.executeQuery();
    }

    /** A prepared statement protects its values, not its text. */
    PreparedStatement prepared(HttpServletRequest request) throws SQLException {
        // ruleid: java-sql-injection
        return connection.prepareStatement("SELECT * FROM article ORDER BY " + request.getParameter("order"));
    }

    /** A column cannot be bound; it can be chosen. */
    PreparedStatement chosen(HttpServletRequest request) throws SQLException {
        String order = request.getParameter("order");
        if (!"name".equals(order) && !"price".equals(order)) order = "id";
        // ok: java-sql-injection
        return connection.prepareStatement("SELECT * FROM article ORDER BY " + order);
    }

    void spring(HttpServletRequest request) {
        Map<String, String[]> parameters = request.getParameterMap();
        String name = parameters.get("name")[0];
        // ruleid: java-sql-injection
        jdbcTemplate.queryForList(String.format("SELECT id FROM article WHERE name = '%s'", name));
        // ruleid: java-sql-injection
        jdbcTemplate.update("UPDATE article SET sold = sold + 1 WHERE name = '" + name + "'");
        // ok: java-sql-injection
        jdbcTemplate.update("UPDATE article SET sold = sold + 1 WHERE name = ?", name);
    }

    void jpa(HttpServletRequest request) {
        String name = request.getHeader("X-Name");
        // ruleid: java-sql-injection
        entities.createQuery("FROM Article a WHERE a.name = '" + name + "'");
        // ruleid: java-sql-injection
        entities.createNativeQuery("SELECT * FROM article WHERE name = '" + name + "'");
        // ok: java-sql-injection
        entities.createQuery("FROM Article a WHERE a.name = :name").setParameter("name", name);
        long id = Long.parseLong(request.getParameter("id"));
        // ok: java-sql-injection
        entities.createQuery("FROM Article a WHERE a.id = " + id);
    }
}
