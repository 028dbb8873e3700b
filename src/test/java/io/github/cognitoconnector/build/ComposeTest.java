package io.github.cognitoconnector.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The containers of {@code deploy/compose.yaml}: confined, in step with one another, and without a secret in the file. */
class ComposeTest {

    private static final Path FOLDER = Path.of("deploy");
    private static final Set<String> MADE_BY_HAND = Set.of("keyset.json", "aws-credentials");

    private final JsonNode compose = compose();

    /** With merge keys resolved, as Compose resolves them. */
    private static JsonNode compose() {
        try {
            Object tree = new Yaml().load(Files.readString(FOLDER.resolve("compose.yaml")));
            return new ObjectMapper().valueToTree(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> services() {
        return names(compose().path("services"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyContainerIsConfined(String name) {
        JsonNode service = compose.path("services").path(name);
        assertThat(service.path("read_only").booleanValue()).isTrue();
        assertThat(texts(service.path("cap_drop"))).containsExactly("ALL");
        assertThat(texts(service.path("security_opt"))).contains("no-new-privileges:true");
        assertThat(service.path("privileged").isMissingNode()).isTrue();
        assertThat(service.path("mem_limit").asText()).matches("[0-9]+[mg]");
        assertThat(texts(service.path("tmpfs"))).anyMatch(mount -> mount.startsWith("/tmp"));
        assertThat(texts(service.path("ports"))).allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(texts(service.path("profiles"))).hasSize(1);
        assertThat(service.path("image").asText()).doesNotEndWith(":latest");
    }

    @ParameterizedTest
    @MethodSource("services")
    void whoeverGoesOnSaysWhetherHeIsWellAndHasTheTimeToEnd(String name) {
        JsonNode service = compose.path("services").path(name);
        if (service.path("restart").asText().equals("no")) {
            assertThat(texts(service.path("command"))).containsExactly("migrate");
        } else {
            assertThat(service.at("/healthcheck/test/0").asText()).isEqualTo("CMD");
            assertThat(service.path("stop_grace_period").asText()).isEqualTo("60s");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void variablesAreKeysOfTheConfigurationAndHoldNoSecret(String name) {
        JsonNode service = compose.path("services").path(name);
        if (!service.path("image").asText().startsWith("postgres")) {
            assertThat(names(service.path("environment")))
                    .allSatisfy(variable ->
                            assertThat(ConfigurationKeys.variables()).contains(variable));
        }
        assertThat(names(service.path("environment")))
                .noneMatch(variable -> variable.matches(".*(PASSWORD|SECRET_.*)"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void whatIsReferredToIsThere(String name) {
        JsonNode service = compose.path("services").path(name);
        assertThat(texts(service.path("secrets")))
                .allSatisfy(secret ->
                        assertThat(compose.path("secrets").has(secret)).isTrue());
        service.path("environment").forEach(value -> {
            if (value.asText().contains("/run/secrets/")) {
                assertThat(texts(service.path("secrets")))
                        .contains(value.asText().replaceAll(".*/run/secrets/", ""));
            }
        });
        assertThat(names(service.path("depends_on")))
                .allSatisfy(
                        other -> assertThat(compose.path("services").has(other)).isTrue());
        if (service.has("build")) {
            Path context = FOLDER.resolve(service.at("/build/context").asText());
            assertThat(context.resolve(".dockerignore")).exists();
            assertThat(FOLDER.resolve("docker")).isDirectory();
            assertThat(service.at("/build/dockerfile").asText()).startsWith("deploy/docker/Dockerfile.");
        }
    }

    @Test
    void theServiceStartsBehindTheMigration() {
        JsonNode after = compose.at("/services/service/depends_on");
        assertThat(after.at("/postgresql/condition").asText()).isEqualTo("service_healthy");
        assertThat(after.at("/migration/condition").asText()).isEqualTo("service_completed_successfully");
        assertThat(texts(compose.at("/services/service/secrets")))
                .as("it does not know the owner")
                .noneMatch(secret -> secret.startsWith("owner"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs sh")
    void theScriptMakesSecretsOnce(@TempDir Path folder) throws IOException, InterruptedException {
        makeSecrets(folder);
        String password = Files.readString(folder.resolve("owner-password"));
        makeSecrets(folder);

        assertThat(password).matches("[0-9a-f]{48}").isEqualTo(Files.readString(folder.resolve("owner-password")));
        assertThat(properties(folder.resolve("owner.properties")))
                .containsEntry("quarkus.flyway.username", "connector_owner")
                .containsEntry("quarkus.flyway.password", password);
        assertThat(properties(folder.resolve("service.properties")))
                .containsEntry("quarkus.datasource.password", Files.readString(folder.resolve("service-password")));
        assertThat(names(compose.path("secrets")))
                .filteredOn(secret -> !MADE_BY_HAND.contains(secret))
                .allSatisfy(secret -> assertThat(folder.resolve(secret)).exists());
    }

    private static void makeSecrets(Path folder) throws IOException, InterruptedException {
        Process script = new ProcessBuilder("sh", "deploy/compose/secrets.sh", folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).as(output).isZero();
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Stream<String> names(JsonNode map) {
        return StreamSupport.stream(((Iterable<String>) map::fieldNames).spliterator(), false).toList().stream();
    }
}
