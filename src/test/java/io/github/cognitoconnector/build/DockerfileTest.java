package io.github.cognitoconnector.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Images are built from a checkout alone, run as nobody in particular, and hold no secret. */
class DockerfileTest {

    private static final Path FOLDER = Path.of("deploy/docker");

    static Stream<Path> dockerfiles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().startsWith("Dockerfile.")).toList().stream();
        }
    }

    /** An instruction of a Dockerfile with its words. */
    private record Instruction(String name, List<String> words) {

        static Instruction of(String line) {
            List<String> words = Arrays.asList(line.split(" +", -1));
            return new Instruction(words.getFirst(), words.subList(1, words.size()));
        }

        String text() {
            return String.join(" ", words);
        }
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void buildsInAStageOfItsOwnFromImagesOfAFixedTag(Path file) throws IOException {
        List<Instruction> stages = named(file, "FROM");
        assertThat(stages).as("one to build, one to run").hasSizeGreaterThanOrEqualTo(2);
        assertThat(stages)
                .extracting(stage -> stage.words().getFirst())
                .allSatisfy(
                        image -> assertThat(image).matches("[a-z0-9./-]+:[^:]+").doesNotEndWith(":latest"));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void runsAsANumberThatIsNotRootsByAnEntrypointWithoutAShell(Path file) throws IOException {
        List<Instruction> last = lastStage(file);
        assertThat(last.stream().filter(is("USER")).toList())
                .isNotEmpty()
                .last()
                .satisfies(user -> assertThat(user.text()).matches("[1-9][0-9]*(:[0-9]+)?"));
        assertThat(last.stream().filter(is("ENTRYPOINT")))
                .singleElement()
                .satisfies(entrypoint ->
                        assertThat(entrypoint.text()).startsWith("[\"").endsWith("\"]"));
        assertThat(last.stream().filter(is("EXPOSE")).toList())
                .singleElement()
                .satisfies(ports -> assertThat(ports.words()).contains("8080").isSubsetOf("8080", "9000"));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void copiesWhatThereIsInTheContext(Path file) throws IOException {
        List<String> context = Files.readAllLines(Path.of(".dockerignore"));
        assertThat(context).contains("*");
        assertThat(named(file, "COPY"))
                .filteredOn(copy -> copy.words().stream().noneMatch(word -> word.startsWith("--from=")))
                .isNotEmpty()
                .flatExtracting(copy -> sources(copy))
                .allSatisfy(source -> {
                    assertThat(Path.of(source)).exists();
                    assertThat(context).as("admitted by .dockerignore").contains("!" + source);
                });
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void holdsNoSecret(Path file) throws IOException {
        assertThat(instructions(file))
                .filteredOn(is("ENV").or(is("ARG")))
                .allSatisfy(instruction -> assertThat(instruction.text())
                        .doesNotContainPattern("(?i)password|secret|token|keyset|access_key"));
        assertThat(instructions(file)).noneMatch(is("ADD"));
    }

    private static List<String> sources(Instruction copy) {
        List<String> paths =
                copy.words().stream().filter(word -> !word.startsWith("--")).toList();
        return paths.subList(0, paths.size() - 1);
    }

    private static List<Instruction> lastStage(Path file) throws IOException {
        List<Instruction> all = instructions(file);
        int from = 0;
        for (int i = 0; i < all.size(); i++) {
            from = is("FROM").test(all.get(i)) ? i : from;
        }
        return all.subList(from, all.size());
    }

    private static List<Instruction> named(Path file, String name) throws IOException {
        return instructions(file).stream().filter(is(name)).toList();
    }

    private static Predicate<Instruction> is(String name) {
        return instruction -> instruction.name().equals(name);
    }

    /** Comments left out, continued lines joined. */
    private static List<Instruction> instructions(Path file) throws IOException {
        String text = Files.readString(file).replaceAll("(?m)^\\s*#.*\\R", "").replaceAll("\\s*\\\\\\R\\s*", " ");
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(String::strip)
                .map(Instruction::of)
                .toList();
    }
}
