package io.github.cognitoconnector.ops;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/** Who may change the schema: the owner of Flyway's history, and where there is none yet whoever may make tables. */
final class SchemaOwner {

    private static final String IS_OWNER = """
            select coalesce(
                (select pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass('flyway_schema_history')),
                has_schema_privilege(current_schema(), 'create'),
                false)""";

    private SchemaOwner() {}

    /** @throws IllegalStateException if the database does not answer */
    static boolean isWhoever(Flyway connects) {
        try (Connection connection = connects.getConfiguration().getDataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(IS_OWNER)) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell who owns its schema", e);
        }
    }
}
