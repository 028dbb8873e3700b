package io.github.cognitoconnector.ops;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** For want of one that was configured. */
    private static final int PATIENCE_MILLIS = 8000;

    private SchemaOwner() {}

    /**
     * @param named whether the role that connects is configured as the owner of the tables
     * @throws IllegalStateException if the database does not answer
     */
    static boolean isWhoever(Flyway connects, boolean named) {
        try (Connection connection = connects.getConfiguration().getDataSource().getConnection()) {
            if (connection.getNetworkTimeout() == 0) {
                connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            }
            return isOwner(connection, named);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell who owns its schema", e);
        }
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
