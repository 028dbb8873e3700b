package io.github.cognitoconnector.secret;

import io.github.cognitoconnector.testing.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The tables of apps and secrets, past the service. */
@ApplicationScoped
class SecretRows {

    private static final String NEW_APPS = """
            insert into app (id, name, user_pool_id, client_ids, allowed_groups, default_groups, role_mappings,
                             default_roles, operator_groups, allowed_email_domains, message_action, credentials_type,
                             credentials_version, created_at, updated_at, version)
            select ? || n, 'Test', 'us-east-1_demo', '{}', '{}', '{}', '{}', '{}', '{}', '{}', 'SUPPRESS', 'STATIC',
                   1, now(), now(), 0 from generate_series(1, ?) n""";

    SecretRows() {}

    Connection connection() throws SQLException {
        return Database.asSuperuser();
    }

    /** Ids of new apps without secrets. */
    List<String> newApps(int count) {
        String prefix = "vault-" + UUID.randomUUID() + "-";
        update(NEW_APPS, prefix, count);
        return query("select id from app where id like ? order by id", prefix + "%");
    }

    String newApp() {
        return newApps(1).getFirst();
    }

    void clear() {
        update("delete from app where id like 'vault-%'");
        update("delete from app_secret");
    }

    int update(String sql, Object... values) {
        try (Connection connection = Database.asSuperuser();
                PreparedStatement statement = statement(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of each row. */
    List<String> query(String sql, Object... values) {
        try (Connection connection = Database.asSuperuser();
                PreparedStatement statement = statement(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement statement(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
