package io.github.cognitoconnector.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.nativeimage.NativeSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a native executable would be made from, as it was just built. */
class NativeSourcesIT {

    private static final NativeSources SOURCES = new NativeSources(Path.of("target/native-sources"));

    /** What registers by program; the explanations of uses without registration count on the latter two. */
    private static final List<String> FEATURES = List.of(
            "io.quarkus.runner.Feature",
            "org.hibernate.graalvm.internal.GraalVMStaticFeature",
            "io.quarkus.hibernate.orm.runtime.graal.RegisterServicesForReflectionFeature");

    @Test
    void holdTheServiceAndNothingOfTheEmbeddedParts() throws IOException {
        assertThat(SOURCES.entries())
                .hasSizeGreaterThan(1000)
                .contains(
                        "io/github/cognitoconnector/CognitoConnector.class",
                        "io/quarkus/runner/Feature.class",
                        "META-INF/native-image/io.github.cognitoconnector/cognito-connector/reflect-config.json",
                        "META-INF/native-image/io.github.cognitoconnector/cognito-connector/resource-config.json")
                .noneMatch(name -> name.startsWith("io/github/cognitoconnector/embedded"))
                .noneMatch(name -> name.contains("zonky") || name.contains("bin/postgres"));
    }

    /** No JVM that would take over what the executable cannot do, no class that is missed only when it is needed. */
    @Test
    void argumentsAskForWhatIsComplete() throws IOException {
        List<String> arguments = SOURCES.arguments();
        assertThat(arguments)
                .contains("--no-fallback", "--link-at-build-time", "--enable-url-protocols=http,https")
                .anyMatch(argument ->
                        argument.startsWith("--features=") && FEATURES.stream().allMatch(argument::contains))
                .noneMatch(argument -> argument.contains("allow-incomplete-classpath"));
        assertThat(arguments.subList(arguments.indexOf("-jar"), arguments.size()))
                .hasSize(2)
                .last()
                .asString()
                .endsWith("-runner.jar");
    }

    /** Nothing tells an image of these but registrations. */
    @Test
    void namesTheMigrationsAndTheDocumentOfTheApi() throws IOException {
        Predicate<String> registered = SOURCES.resources();
        assertThat(SOURCES.entries().stream().filter(name -> name.startsWith("db/migration/")))
                .hasSizeGreaterThan(1)
                .allMatch(registered);
        assertThat(registered).accepts("META-INF/quarkus-generated-openapi-doc.JSON", "mozilla/public-suffix-list.txt");
    }
}
