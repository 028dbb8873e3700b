package io.github.cognitoconnector.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Statements on the connection of the current transaction. All fail with the driver's exception as their cause. */
@ApplicationScoped
public class Sql {

    private final DataSource database;

    public Sql(DataSource database) {
        this.database = database;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** How many rows were written. */
    public int update(String sql, List<? extends @Nullable Object> arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not write", e);
        }
    }

    /** The same statement with one list of arguments after the other, in one round trip; how many rows each has written. */
    public int[] updateEach(String sql, List<? extends List<? extends @Nullable Object>> arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<? extends @Nullable Object> each : arguments) {
                bind(statement, each);
                statement.addBatch();
            }
            return statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not write", e);
        }
    }

    public <T> List<T> query(String sql, List<? extends @Nullable Object> arguments, RowReader<T> reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, arguments);
            try (ResultSet rows = statement.executeQuery()) {
                var found = new java.util.ArrayList<T>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }

    /** Of a query that always has a row. */
    public <T> T one(String sql, List<? extends @Nullable Object> arguments, RowReader<T> reader) {
        return query(sql, arguments, reader).getFirst();
    }

    private static void bind(PreparedStatement statement, List<? extends @Nullable Object> arguments)
            throws SQLException {
        for (int i = 0; i < arguments.size(); i++) {
            bind(statement, i + 1, arguments.get(i));
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object argument) throws SQLException {
        switch (argument) {
            case null -> statement.setNull(index, Types.VARCHAR);
            case Instant time -> statement.setObject(index, time.atOffset(ZoneOffset.UTC));
            case @Nullable String[] texts -> {
                Array array = statement.getConnection().createArrayOf("varchar", texts);
                statement.setArray(index, array);
            }
            default -> statement.setObject(index, argument);
        }
    }

    /** A time, to the microsecond. */
    public static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
