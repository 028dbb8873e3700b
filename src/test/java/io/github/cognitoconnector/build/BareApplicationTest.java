package io.github.cognitoconnector.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;

/** The application that the benchmark holds the service against is made of what the service is made of. */
class BareApplicationTest {

    private final Model service = read("pom.xml");
    private final Model bare = read("src/bench/bare/pom.xml");

    @Test
    void itHasTheSameDependencies() {
        assertThat(dependencies(bare))
                .hasSizeGreaterThan(20)
                .containsExactlyInAnyOrderElementsOf(dependencies(service));
    }

    @Test
    void theirVersionsAreManagedAlike() {
        assertThat(managed(bare)).hasSizeGreaterThan(2).isEqualTo(managed(service));
    }

    @Test
    void itsVersionsAreTheSame() {
        Map<String, String> versions = new TreeMap<>();
        bare.getProperties().forEach((name, version) -> versions.put(name.toString(), version.toString()));
        assertThat(versions)
                .containsKey("quarkus.platform.version")
                .allSatisfy(
                        (name, version) -> assertThat(service.getProperties().getProperty(name))
                                .as(name)
                                .isEqualTo(version));
    }

    private static Model read(String file) {
        try (var reader = Files.newBufferedReader(Path.of(file))) {
            return new MavenXpp3Reader().read(reader);
        } catch (IOException | XmlPullParserException e) {
            throw new IllegalStateException(file, e);
        }
    }

    /** What is in the production artifact. */
    private static List<String> dependencies(Model pom) {
        return pom.getDependencies().stream()
                .filter(dependency -> !"test".equals(dependency.getScope()) && !dependency.isOptional())
                .map(BareApplicationTest::text)
                .toList();
    }

    /** But for the embedded parts. */
    private static List<String> managed(Model pom) {
        return pom.getDependencyManagement().getDependencies().stream()
                .filter(dependency -> !dependency.getGroupId().startsWith("io.zonky."))
                .map(BareApplicationTest::text)
                .toList();
    }

    private static String text(Dependency dependency) {
        Stream<String> exclusions = dependency.getExclusions().stream()
                .map(excluded -> "-" + excluded.getGroupId() + ":" + excluded.getArtifactId());
        return Stream.concat(
                        Stream.of(dependency.getManagementKey() + ":" + dependency.getVersion(), dependency.getScope()),
                        exclusions)
                .toList()
                .toString();
    }
}
