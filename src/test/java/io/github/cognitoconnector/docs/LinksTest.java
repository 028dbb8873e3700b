package io.github.cognitoconnector.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links between the documents lead to files and headings that are there, and so do paths in their text. */
class LinksTest {

    private static final Pattern PATH =
            Pattern.compile("(?:docs|deploy|openapi|src/(?:main|test)|\\.ci|\\.mvn|\\.github)/[\\w./-]*");

    static List<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("docs"));
                Stream<Path> deploy = Files.walk(Path.of("deploy"))) {
            return Stream.of(top, docs, deploy)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theDocumentsAreFound() throws IOException {
        assertThat(documents())
                .extracting(Path::toString)
                .contains("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "deploy/aws/README.md")
                .hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void itsLinksLeadSomewhere(Path file) throws IOException {
        assertThat(Document.read(file).links())
                .filteredOn(link -> !leads(file, link))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void thePathsInItsTextAreThere(Path file) throws IOException {
        assertThat(Document.read(file).codes())
                .filteredOn(code -> PATH.matcher(code).matches())
                .filteredOn(path -> !Files.exists(Path.of(path)))
                .isEmpty();
    }

    private static boolean leads(Path file, String link) {
        if (link.matches("[a-z]+:.*")) {
            return true;
        }
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        return Files.exists(target) && (parts.length == 1 || headings(target).contains(parts[1]));
    }

    private static List<String> headings(Path target) {
        return target.toString().endsWith(".md") ? Document.read(target).anchors() : List.of();
    }
}
