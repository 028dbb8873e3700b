package io.github.cognitoconnector.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The workflows keep the rules that keep others out of them, and run what there is. */
class WorkflowTest {

    private static final Path FOLDER = Path.of(".github/workflows");

    /** The commit decides what runs, and the version behind it tells people and Dependabot which one it is. */
    private static final Pattern PINNED = Pattern.compile("[a-z0-9-]+/[a-z0-9-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");

    private static final Pattern USES = Pattern.compile("(?m)^\\s*(?:- )?uses: (.+)$");

    /** Of a script, a folder of something to build, or a Dockerfile. */
    private static final Pattern FILE =
            Pattern.compile("(?<![\\w/])(?:\\./mvnw|\\.ci/\\w+|(?:deploy|src|openapi)/[\\w./-]+)");

    private static final Pattern STEP = Pattern.compile("\\bsteps\\.([\\w-]+)\\.");

    private static final Pattern PROFILE = Pattern.compile(" -P(\\S+)");

    static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.toList();
        }
    }

    @Test
    void thereAreThose() throws IOException {
        assertThat(workflows())
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder("build.yml", "image.yml", "native.yml", "release.yml");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void actionsArePinnedToACommit(Path file) throws IOException {
        String text = Files.readString(file);
        List<String> used =
                USES.matcher(text).results().map(use -> use.group(1)).toList();
        assertThat(used)
                .hasSize(read(file).findValues("uses").size())
                .allSatisfy(use -> assertThat(
                                use.startsWith("./")
                                        ? Files.exists(Path.of(use))
                                        : PINNED.matcher(use).matches())
                        .as(use)
                        .isTrue());
    }

    @Test
    void oneActionHasOneCommit() throws IOException {
        Map<String, Set<String>> commits = workflows().stream()
                .flatMap(file -> USES.matcher(text(file)).results())
                .map(use -> use.group(1).split("@", 2))
                .filter(use -> use.length == 2)
                .collect(Collectors.groupingBy(use -> use[0], Collectors.mapping(use -> use[1], Collectors.toSet())));
        assertThat(commits)
                .hasSizeGreaterThan(5)
                .allSatisfy((action, of) -> assertThat(of).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void nothingIsAllowedButWhatAJobAsksFor(Path file) throws IOException {
        JsonNode workflow = read(file);
        assertThat(workflow.path("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
        assertThat(workflow.at("/concurrency/group").asText()).contains("${{ github.ref }}");
        assertThat(workflow.path("jobs")).isNotEmpty().allSatisfy(job -> {
            if (!job.has("uses")) {
                assertThat(job.path("timeout-minutes").asInt()).isBetween(1, 120);
                assertThat(job.path("runs-on").asText()).matches("ubuntu-\\d\\d\\.\\d\\d");
            }
        });
    }

    /** What starts by what a stranger proposes writes nothing, and sees no secret. */
    @ParameterizedTest
    @MethodSource("workflows")
    void strangersGetNothing(Path file) throws IOException {
        JsonNode workflow = read(file);
        JsonNode triggers = workflow.path("on");
        assertThat(triggers.isObject()).isTrue();
        assertThat(triggers.fieldNames())
                .toIterable()
                .isSubsetOf("push", "pull_request", "schedule", "workflow_dispatch", "workflow_call");
        assertThat(workflow.path("jobs")).allSatisfy(job -> {
            boolean open =
                    triggers.has("pull_request") && !job.path("if").asText().equals("inputs.publish");
            if (open) {
                assertThat(job.has("permissions")).isFalse();
                assertThat(job.toString()).doesNotContain("secrets.");
            }
        });
        assertThat(workflow.findValues("with").stream().filter(with -> with.has("persist-credentials")))
                .hasSize(Math.toIntExact(text(file)
                        .lines()
                        .filter(line -> line.contains("actions/checkout@"))
                        .count()))
                .allMatch(with -> !with.path("persist-credentials").asBoolean(true));
    }

    /** An expression is put into the script before the shell reads it, whatever is in it; a variable is not. */
    @ParameterizedTest
    @MethodSource("workflows")
    void noExpressionIsPartOfAScript(Path file) throws IOException {
        JsonNode workflow = read(file);
        assertThat(workflow.findValuesAsText("run")).allMatch(script -> !script.contains("${{"));
        assertThat(text(file)).doesNotContain("github.event").doesNotContain("github.head_ref");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void whatIsRunIsThere(Path file) throws IOException {
        List<String> scripts = read(file).findValuesAsText("run");
        assertThat(scripts.stream()
                        .flatMap(script -> FILE.matcher(script).results().map(found -> found.group())))
                .allMatch(name -> Files.exists(Path.of(name)), "is a file");
        assertThat(read(file).findValuesAsText("working-directory")).allMatch(name -> Files.isDirectory(Path.of(name)));
        assertThat(read(file).findValuesAsText("file")).allMatch(name -> Files.exists(Path.of(name)));
        String pom = Files.readString(Path.of("pom.xml"));
        assertThat(scripts.stream()
                        .flatMap(script -> PROFILE.matcher(script).results())
                        .flatMap(profiles -> Stream.of(profiles.group(1).split(",", -1))))
                .allMatch(profile -> pom.contains("<id>" + profile + "</id>"), "is a profile");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void jobsAndStepsThatAreReferredToAreThere(Path file) throws IOException {
        JsonNode jobs = read(file).path("jobs");
        assertThat(jobs.findValuesAsText("needs")).allMatch(jobs::has, "is a job");
        assertThat(jobs)
                .allSatisfy(
                        job -> assertThat(STEP.matcher(job.toString()).results().map(step -> step.group(1)))
                                .allMatch(job.path("steps").findValuesAsText("id")::contains, "is a step before"));
    }

    @Test
    void dependabotLooksAfterEverythingThatIsPinned() throws IOException {
        JsonNode updates = read(Path.of(".github/dependabot.yml")).path("updates");
        assertThat(updates.findValuesAsText("package-ecosystem"))
                .containsExactlyInAnyOrder("maven", "github-actions", "npm", "docker", "docker-compose", "terraform");
        List<String> folders = new ArrayList<>(updates.findValuesAsText("directory"));
        updates.findValues("directories").forEach(some -> some.forEach(each -> folders.add(each.textValue())));
        assertThat(folders)
                .contains("/src/bench/bare")
                .allMatch(folder -> Files.isDirectory(Path.of("." + folder)), "is a folder");
    }

    private static JsonNode read(Path file) throws IOException {
        return new YAMLMapper().readTree(file.toFile());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
