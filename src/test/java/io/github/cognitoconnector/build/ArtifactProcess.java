package io.github.cognitoconnector.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Artifact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of the production artifact, without what the environment of the build configures. */
final class ArtifactProcess {

    static final Path FOLDER = Path.of("target/quarkus-app");

    /** What is required, of a database that is not there and a platform that nobody asks. */
    static final List<String> CONFIGURED = List.of(
            "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:1/none",
            "-Dconnector.platform.user-pool-id=us-east-1_demo",
            "-Dconnector.platform.client-ids=platform");

    private ArtifactProcess() {}

    static ProcessBuilder command(List<String> options, List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(Artifact.command(List.of(), options, words));
        builder.environment().keySet().removeIf(key -> key.startsWith("QUARKUS_") || key.startsWith("CONNECTOR_"));
        return builder;
    }

    /** What it said, when it has ended with that code; without the error output if that is 0. */
    static String output(int code, List<String> options, List<String> words) throws IOException, InterruptedException {
        ProcessBuilder builder = command(options, words);
        if (code == 0) {
            builder.redirectError(ProcessBuilder.Redirect.DISCARD); // newer JVMs complain there of libraries
        } else {
            builder.redirectErrorStream(true);
        }
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isEqualTo(code);
        return output;
    }

    /** The one sentence why it ended, whatever else is logged, without a stack trace. */
    static String refusal(String beginning, List<String> options, List<String> words)
            throws IOException, InterruptedException {
        List<String> lines = output(1, options, words).lines().toList();
        assertThat(lines).noneMatch(line -> line.contains("Exception:") || line.startsWith("\tat "));
        List<String> sentences =
                lines.stream().filter(line -> line.startsWith(beginning)).toList();
        assertThat(sentences).as("of %s", lines).hasSize(1);
        return sentences.getFirst();
    }
}
