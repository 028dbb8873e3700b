package io.github.cognitoconnector.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.nativeimage.Agent;
import io.github.cognitoconnector.testing.Kms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReflectionIT {

    @Test
    void everyReflectiveUseIsRegistered(@TempDir Path folder) throws IOException {
        Agent agent = Agent.in(folder);
        try (Cluster cluster = new Cluster(); Kms kms = Kms.start()) {
            Replica replica = cluster.start(
                    agent.option(),
                    "-Dconnector.aws.sts-endpoint=" + cluster.upstream().endpoint(),
                    "-Dconnector.aws.roles-anywhere-endpoint=" + cluster.upstream().endpoint());
            Map<String, Integer> statuses = EveryOperation.ask(cluster, replica);
            System.err.println(statuses);
        }
        java.nio.file.Files.write(Path.of("target/uses.tsv"), agent.lines());
    }
}
