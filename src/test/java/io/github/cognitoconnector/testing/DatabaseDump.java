package io.github.cognitoconnector.testing;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** All that the database holds: its tables as text, and its files, which have what was deleted too. */
@Singleton
public class DatabaseDump {

    private final String url;

    /** @param url for the server's own user, whom alone it tells where its files are */
    DatabaseDump(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.url = url;
    }

    /** Every row of every table as text. */
    public String tables() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = Database.asSuperuser()) {
            for (String table : query(connection, "select tablename from pg_tables where schemaname = 'public'")) {
                rows.addAll(query(connection, "select t::text from " + table + " t"));
            }
        }
        return String.join("\n", rows);
    }

    /** The database's files, its write-ahead log among them, that hold the text. */
    public List<Path> filesWith(String text) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
            Path folder = Path.of(query(connection, "show data_directory").getFirst());
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(Files::isRegularFile)
                        .filter(file -> holds(file, text))
                        .toList();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
