package io.github.cognitoconnector.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Keysets;
import io.github.cognitoconnector.testing.Kms;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The production artifact, as it was just built. */
class ArtifactIT {

    @Test
    void refusesToStartInOneSentenceForEachMissingKey() throws IOException, InterruptedException {
        assertThat(lastWords())
                .hasSize(3)
                .allMatch(line -> line.startsWith("Cognito Connector cannot start: set "))
                .anyMatch(line -> line.contains("quarkus.datasource.jdbc.url"))
                .anyMatch(line -> line.contains("connector.platform.user-pool-id"))
                .anyMatch(line -> line.contains("connector.platform.client-ids"));
    }

    @Test
    void refusesToStartAnEmbeddedCognito() throws IOException, InterruptedException {
        assertThat(lastWords("-Dconnector.embedded.cognito.alone=true"))
                .first()
                .asString()
                .startsWith(
                        "Cognito Connector cannot start: connector.embedded.cognito.alone is for the local artifact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "file:nowhere.json"})
    void refusesToStartWithWhatIsNoKeyset(String keyset) throws IOException, InterruptedException {
        assertRefusal("-Dconnector.secrets.keyset=" + keyset).contains("connector.secrets.keyset");
    }

    @Test
    void refusesToStartIfKmsDoesNotDecryptTheKeyset(@TempDir Path folder) throws IOException, InterruptedException {
        try (Kms kms = Kms.start()) {
            String endpoint = "-Dconnector.aws.kms-endpoint=" + kms.endpoint();
            String key = "-Dconnector.secrets.kms-key-arn=" + Kms.KEY_ARN;
            String wrapped = ArtifactProcess.output(
                    0,
                    List.of(endpoint, key, "-Daws.accessKeyId=a", "-Daws.secretAccessKey=b"),
                    List.of("keyset", "new"));
            Path file = Files.writeString(folder.resolve("keyset.json"), wrapped);
            kms.refuse("AccessDeniedException");
            assertRefusal(
                            endpoint,
                            key,
                            "-Daws.accessKeyId=a",
                            "-Daws.secretAccessKey=b",
                            "-Dconnector.secrets.keyset=file:" + file)
                    .contains("connector.secrets.kms-key-arn")
                    .endsWith("AccessDeniedException.");
        }
    }

    @Test
    void refusesToStartIfNoSecretOfTheDatabaseCanBeRead() throws IOException, InterruptedException, SQLException {
        try (EmbeddedPostgres database = EmbeddedPostgres.start()) {
            Flyway.configure()
                    .dataSource(database.getPostgresDatabase())
                    .locations("filesystem:src/main/resources/db/migration")
                    .placeholders(Map.of("service-role", "postgres"))
                    .load()
                    .migrate();
            update(database, """
                    insert into app values ('shop', 'Shop', 'us-east-1_demo', '{}', '{}', '{}', '{}', '{}', '{}', '{}',
                                            'SUPPRESS', 'STATIC', 1, now(), now(), 0)""");
            update(database, "insert into app_secret values ('shop', 'privateKey', 4294967295, '\\x00')");
            String url = "-Dquarkus.datasource.jdbc.url=" + database.getJdbcUrl("postgres", "postgres");
            assertRefusal(url).contains("connector.secrets.keyset", "1 secrets", "4294967295");
            assertRefusal(url, "-Dconnector.secrets.keyset=" + Keysets.fresh().replaceAll("\\s", ""))
                    .contains("connector.secrets.keyset", "4294967295");
        }
    }

    @Test
    void makesKeysets() throws IOException, InterruptedException {
        assertThat(Keysets.primaryOf(ArtifactProcess.output(0, List.of(), List.of("keyset", "new"))))
                .isPositive();
        assertThat(ArtifactProcess.output(2, List.of(), List.of("keyset"))).contains("keyset new ");
    }

    private static AbstractStringAssert<?> assertRefusal(String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(ArtifactProcess.CONFIGURED);
        all.addAll(List.of(options));
        return assertThat(ArtifactProcess.refusal("Cognito Connector cannot start: ", all, List.of()));
    }

    private static void update(EmbeddedPostgres database, String sql) throws SQLException {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static List<String> lastWords(String... options) throws IOException, InterruptedException {
        return ArtifactProcess.output(1, List.of(options), List.of()).lines().toList();
    }
}
