package io.github.cognitoconnector.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.nativeimage.Agent;
import io.github.cognitoconnector.nativeimage.NativeSources;
import io.github.cognitoconnector.nativeimage.ReflectionCheck;
import io.github.cognitoconnector.testing.Artifact;
import io.github.cognitoconnector.testing.Kms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All that the artifact does by reflection, from its start to its end and while it is asked for everything that it can, a
 * native executable would be able to do: it is told of it.
 */
class ReflectionIT {

    private static final NativeSources SOURCES = new NativeSources(Path.of("target/native-sources"));
    private static final Path EXPLAINED = Path.of("src/test/resources/native-image/explained.txt");
    private static final List<String> KEY =
            List.of("-Dconnector.secrets.kms-key-arn=" + Kms.KEY_ARN, "-Daws.accessKeyId=a", "-Daws.secretAccessKey=b");

    /** Of each kind of use there is one: the agent sees them all, on this JVM too. */
    private static final String[] WATCHED = {
        "forName",
        "getMethod",
        "getDeclaredMethods",
        "getDeclaredFields",
        "getDeclaredConstructors",
        "invoke",
        "get",
        "set",
        "newInstance",
        "findStatic",
        "getResource",
        "getResources",
        "getBundle",
        "load",
        "proxy",
        "made"
    };

    @Test
    void noReflectiveUseIsWithoutRegistration(@TempDir Path folder) throws IOException {
        List<String> uses = uses(folder);
        ReflectionCheck check = ReflectionCheck.of(SOURCES, EXPLAINED);
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(uses.stream().map(use -> use.substring(0, use.indexOf('\t'))))
                    .as("all that is watched")
                    .contains(WATCHED);
            softly.assertThat(check.unregistered(uses))
                    .as("uses without registration")
                    .isEmpty();
            softly.assertThat(check.frozen(uses))
                    .as("made when an executable is made")
                    .isEmpty();
            softly.assertThat(check.needless()).as("explanations of nothing").isEmpty();
        });
    }

    /** Of the artifact on the command line, and of the one that serves, with a keyset that AWS KMS has encrypted. */
    private static List<String> uses(Path folder) throws IOException {
        Agent agent = Agent.in(folder);
        List<String> uses = new ArrayList<>();
        try (Kms kms = Kms.start();
                Cluster cluster = new Cluster()) {
            List<String> options = new ArrayList<>(KEY);
            options.add("-Dconnector.aws.kms-endpoint=" + kms.endpoint());
            String keyset = newKeyset(agent, options);
            uses.addAll(agent.lines());
            String aws = cluster.upstream().endpoint();
            options.addAll(List.of(
                    agent.option(),
                    "-Dconnector.secrets.keyset=" + keyset,
                    "-Dconnector.aws.sts-endpoint=" + aws,
                    "-Dconnector.aws.roles-anywhere-endpoint=" + aws));
            Map<String, Integer> statuses = EveryOperation.ask(cluster, cluster.start(options.toArray(String[]::new)));
            assertThat(statuses.values().stream().filter(status -> status < 300))
                    .hasSizeGreaterThan(statuses.size() / 2);
        }
        uses.addAll(agent.lines());
        return uses;
    }

    private static String newKeyset(Agent agent, List<String> options) throws IOException {
        Process process = new ProcessBuilder(
                        Artifact.command(List.of(agent.option()), options, List.of("keyset", "new")))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\s", "");
    }
}
