package io.github.cognitoconnector.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL server of this process, on loopback. */
final class EmbeddedPostgreSql implements AutoCloseable {

    /** Role and database of the service; the role owns nothing. */
    static final String NAME = "connector";

    /** The role that the database and its tables belong to; no superuser either. */
    static final String OWNER = "connector_owner";

    private static final Duration START_DEADLINE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final @Nullable DataFolder folder;

    private EmbeddedPostgreSql(EmbeddedPostgres server, @Nullable DataFolder folder) {
        this.server = server;
        this.folder = folder;
    }

    /**
     * Starts the server and makes role and database if they are not there yet.
     *
     * @param dataDir folder that keeps the data; empty for data that is thrown away
     * @throws IllegalStateException in one sentence, if the folder or the port is in use
     */
    static EmbeddedPostgreSql start(Optional<Path> dataDir, int port) {
        DataFolder folder = dataDir.map(DataFolder::lock).orElse(null);
        try {
            if (folder != null) {
                folder.stopOrphan();
            }
            Ports.requireFree(port, "connector.embedded.postgresql.port");
            EmbeddedPostgres server = server(folder, port).start();
            EmbeddedPostgreSql started = new EmbeddedPostgreSql(server, folder);
            started.makeDatabase();
            return started;
        } catch (IOException | SQLException | RuntimeException e) {
            if (folder != null) {
                folder.close();
            }
            throw e instanceof IllegalStateException sentence
                    ? sentence
                    : new IllegalStateException("The embedded PostgreSQL does not start: " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres.Builder server(@Nullable DataFolder folder, int port) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setOverrideWorkingDirectory(binaries().toFile())
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setPGStartupWait(START_DEADLINE)
                .setRegisterShutdownHook(false);
        if (folder != null) {
            builder.setDataDirectory(folder.server().toFile())
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on");
        }
        return builder;
    }

    /** Where the server's programs are unpacked, once for each user of the machine. */
    private static Path binaries() throws IOException {
        String user = System.getProperty("user.name").replaceAll("[^\\w.-]", "_");
        return Files.createDirectories(
                Path.of(System.getProperty("java.io.tmpdir"), "cognito-connector-" + user, "postgresql"));
    }

    private void makeDatabase() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            for (String role : List.of(NAME, OWNER)) {
                if (!exists(sql, "select 1 from pg_roles where rolname = '" + role + "'")) {
                    sql.execute("create role " + role + " login");
                }
            }
            if (!exists(sql, "select 1 from pg_database where datname = '" + NAME + "'")) {
                sql.execute("create database " + NAME + " owner " + OWNER);
            }
        }
        takeFromService();
    }

    /** In older data folders the role of the service owns the tables. */
    private void takeFromService() throws SQLException {
        try (Connection connection = server.getDatabase("postgres", NAME).getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("reassign owned by " + NAME + " to " + OWNER);
            sql.execute("revoke temporary on database " + NAME + " from public");
        }
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (var rows = sql.executeQuery(query)) {
            return rows.next();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("The embedded PostgreSQL does not stop", e);
        } finally {
            if (folder != null) {
                folder.close();
            }
        }
    }
}
