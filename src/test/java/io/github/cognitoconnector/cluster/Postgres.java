package io.github.cognitoconnector.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** A PostgreSQL that can be away for a while: what was committed before is there behind it, on the same port. */
final class Postgres implements AutoCloseable {

    private final Path folder;
    private final int port = Ports.free();
    private EmbeddedPostgres server;

    Postgres() {
        try {
            folder = Files.createTempDirectory("cluster-postgresql");
            server = start(folder.resolve("data"), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As careful as a server is by default, which embedded ones are not. */
    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPort(port)
                .start();
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** Makes of the schema what a next version may make of it. */
    void migrateFurther() {
        Flyway.configure()
                .dataSource(server.getPostgresDatabase())
                .locations("filesystem:src/main/resources/db/migration", "filesystem:src/test/resources/db/next")
                .placeholders(Map.of("service-role", "postgres"))
                .load()
                .migrate();
    }

    /** Keeps everybody else from a table, until the connection is closed. */
    Connection lock(String table) throws SQLException {
        Connection connection = server.getPostgresDatabase().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in access exclusive mode");
        }
        return connection;
    }

    /** Rows of a table. */
    int count(String table) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the superuser, whom no row is hidden from. */
    void execute(String statement) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement execution = connection.createStatement()) {
            execution.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startAgain() {
        try {
            server = start(folder.resolve("data"), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
