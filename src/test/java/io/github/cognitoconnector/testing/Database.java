package io.github.cognitoconnector.testing;

import io.github.cognitoconnector.database.RowScope;
import io.github.cognitoconnector.database.Sql;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/** The service's database, for whoever has to look behind what the service itself may see. */
public final class Database {

    private static final String URL = "quarkus.datasource.jdbc.url";

    private Database() {}

    /** As the server's own user, whom row-level security does not bind. */
    public static Connection asSuperuser() throws SQLException {
        return as("postgres");
    }

    public static void execute(String sql) {
        try (Connection connection = asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row. */
    public static String text(String query) {
        try (Connection connection = asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a database that nobody may ask, for tests of what is decided without one. */
    public static RowScope noScope() {
        return new RowScope(noSql(), none(EntityManager.class));
    }

    /** Of a database that nobody may ask. */
    public static Sql noSql() {
        return new Sql(none(DataSource.class));
    }

    private static <T> T none(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                Database.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new AssertionError("The database was asked: " + method);
                }));
    }

    /** As any role; on loopback the embedded server asks for no password. */
    public static Connection as(String role) throws SQLException {
        return DriverManager.getConnection(ConfigProvider.getConfig().getValue(URL, String.class), role, "");
    }
}
