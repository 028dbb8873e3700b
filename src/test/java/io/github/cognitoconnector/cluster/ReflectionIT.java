package io.github.cognitoconnector.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.nativeimage.Agent;
import io.github.cognitoconnector.nativeimage.NativeSources;
import io.github.cognitoconnector.nativeimage.ReflectionCheck;
import io.github.cognitoconnector.testing.Kms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that the artifact does by reflection while it is asked for all that it can, an image would be able to do. */
class ReflectionIT {

    private static final NativeSources SOURCES = new NativeSources(Path.of("target/native-sources"));
    private static final Path EXPLAINED = Path.of("src/test/resources/native-image/explained.txt");

    @Test
    void everyReflectiveUseIsRegistered(@TempDir Path folder) throws IOException {
        List<String> uses = new ArrayList<>();
        Agent agent = Agent.in(folder);
        try (Kms kms = Kms.start();
                Cluster cluster = new Cluster()) {
            List<String> aws = List.of(
                    "-Dconnector.secrets.kms-key-arn=" + Kms.KEY_ARN,
                    "-Dconnector.aws.kms-endpoint=" + kms.endpoint(),
                    "-Daws.accessKeyId=a",
                    "-Daws.secretAccessKey=b");
            String keyset = newKeyset(agent, aws);
            uses.addAll(agent.lines());
            List<String> options = new ArrayList<>(aws);
            options.addAll(List.of(
                    agent.option(),
                    "-Dconnector.secrets.keyset=" + keyset,
                    "-Dconnector.aws.sts-endpoint=" + cluster.upstream().endpoint(),
                    "-Dconnector.aws.roles-anywhere-endpoint="
                            + cluster.upstream().endpoint()));
            Map<String, Integer> statuses =
                    EveryOperation.ask(cluster, cluster.start(options.toArray(String[]::new)));
            assertThat(statuses.values().stream().filter(status -> status < 300)).hasSizeGreaterThan(statuses.size() / 2);
        }
        uses.addAll(agent.lines());
        Files.write(Path.of("target/uses.tsv"), uses);

        ReflectionCheck check = ReflectionCheck.of(SOURCES, EXPLAINED);
        assertThat(uses).hasSizeGreaterThan(1000);
        List<String> unregistered = check.unregistered(uses);
        List<String> frozen = check.frozen(uses);
        Files.write(Path.of("target/unregistered.txt"), unregistered);
        assertThat(unregistered).as("reflective uses without registration").isEmpty();
        assertThat(frozen).as("made when the image is made").isEmpty();
        assertThat(check.needless()).as("explanations of nothing").isEmpty();
    }

    private static String newKeyset(Agent agent, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), agent.option()));
        command.addAll(options);
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar", "keyset", "new"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\s", "");
    }
}
