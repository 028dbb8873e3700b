package io.github.cognitoconnector.ops;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * Who may change the schema: the owner of Flyway's history. Where there is none yet, the owner of the database, and whoever is
 * configured as the owner of the tables, if he can make some; not everybody who can, which up to PostgreSQL 14 all roles are.
 */
final class SchemaOwner {

    private static final String IS_OWNER = """
            select coalesce(
                (select pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass('flyway_schema_history')),
                (select pg_has_role(datdba, 'usage') from pg_database where datname = current_database())
                    or (? and has_schema_privilege(current_schema(), 'create')),
                false)""";

    /** Seconds for a role that has connections of its own, which a database may take and say nothing. */
    private static final Map<String, String> PATIENCE = Map.of("connectTimeout", "3", "socketTimeout", "8");

    private SchemaOwner() {}

    /**
     * @param named whether the role that connects is configured as the owner of the tables
     * @throws RuntimeException if the database does not answer
     */
    static boolean isWhoever(Flyway connects, boolean named) {
        try (Connection connection = connect(connects)) {
            return isOwner(connection, named);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell who owns its schema", e);
        }
    }

    private static Connection connect(Flyway connects) throws SQLException {
        return Flyway.configure()
                .configuration(connects.getConfiguration())
                .jdbcProperties(PATIENCE)
                .getDataSource()
                .getConnection();
    }

    private static boolean isOwner(Connection connection, boolean named) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(IS_OWNER)) {
            statement.setBoolean(1, named);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
