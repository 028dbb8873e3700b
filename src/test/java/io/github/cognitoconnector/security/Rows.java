package io.github.cognitoconnector.security;

import io.github.cognitoconnector.testing.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One role's transaction, in plain SQL; nothing that it does stays. */
final class Rows implements AutoCloseable {

    static final String SERVICE = "connector";
    static final String OWNER = "connector_owner";

    /** Says whose rows are meant, as the service does. */
    private static final String SET = """
            select set_config('connector.app', ?, true), set_config('connector.user_pool', ?, true),
                   set_config('connector.client', ?, true)""";

    private final Connection connection;

    private Rows(Connection connection) {
        this.connection = connection;
    }

    static Rows as(String role) throws SQLException {
        return of(Database.as(role));
    }

    static Rows of(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return new Rows(connection);
    }

    Rows ofApp(String app) throws SQLException {
        query(SET, app, "", "");
        return this;
    }

    Rows ofClient(String pool, String client) throws SQLException {
        query(SET, "", pool, client);
        return this;
    }

    /** The first column. */
    List<String> query(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = statement(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
            return found;
        }
    }

    int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = statement(sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** The SQL state that a statement is refused with; empty if it is not. What it did is undone. */
    String refusal(String sql, Object... values) throws SQLException {
        var before = connection.setSavepoint();
        try (PreparedStatement statement = statement(sql, values)) {
            statement.execute();
            return "";
        } catch (SQLException e) {
            return e.getSQLState();
        } finally {
            connection.rollback(before);
        }
    }

    /** Ends the transaction well; the connection goes on. */
    void commit() throws SQLException {
        connection.commit();
    }

    private PreparedStatement statement(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
