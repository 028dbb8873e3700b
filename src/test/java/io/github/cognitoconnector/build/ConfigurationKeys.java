package io.github.cognitoconnector.build;

import io.github.cognitoconnector.ops.SchemaConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappingInterface.Property;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** The names by which the application is configured. */
final class ConfigurationKeys {

    private static final Path CLASSES = Path.of("target/classes");

    /** The framework's keys, of which those that deployments use are in docs/configuration.md. */
    private static final Pattern DOCUMENTED = Pattern.compile("`(quarkus\\.[a-z0-9.-]+)`");

    /** Not ours: the AWS SDK's, the framework's way to a further file, and the image's. */
    private static final Set<String> OTHERS = Set.of("AWS_SHARED_CREDENTIALS_FILE", "QUARKUS_CONFIG_LOCATIONS");

    private ConfigurationKeys() {}

    /** As environment variables. */
    static Set<String> variables() {
        return Stream.concat(
                        OTHERS.stream(), Stream.concat(mapped(), documented()).map(ConfigurationKeys::variable))
                .collect(Collectors.toSet());
    }

    /** All keys of the application's own, from the interfaces that they are read by. */
    private static Stream<String> mapped() {
        try (Stream<Path> classes = Files.walk(CLASSES)) {
            return classes
                    .filter(file -> file.toString().endsWith("Config.class"))
                    .map(ConfigurationKeys::load)
                    .filter(type -> type.isAnnotationPresent(ConfigMapping.class))
                    .flatMap(type -> ConfigMappings.getProperties(ConfigClass.configClass(
                                    type,
                                    type.getAnnotation(ConfigMapping.class).prefix()))
                            .keySet()
                            .stream())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(Path file) {
        String name =
                CLASSES.relativize(file).toString().replaceAll("\\.class$", "").replaceAll("[/\\\\]", ".");
        try {
            return Class.forName(name, false, ConfigurationKeys.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> documented() {
        try {
            return DOCUMENTED
                    .matcher(Files.readString(Path.of("docs/configuration.md")))
                    .results()
                    .map((MatchResult key) -> key.group(1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** As production has it; in tests nobody waits. */
    static Duration shutdownDelay() {
        try {
            return DurationConverter.parseDuration(
                    Files.readAllLines(Path.of("src/main/resources/application.properties")).stream()
                            .filter(line -> line.startsWith("%prod.quarkus.shutdown.delay="))
                            .map(line -> line.substring(line.indexOf('=') + 1))
                            .findFirst()
                            .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Duration shutdownTimeout() {
        return ConfigProvider.getConfig().getValue("quarkus.shutdown.timeout", Duration.class);
    }

    static Duration schemaPatience() {
        Property patience = ConfigMappings.getProperties(
                        ConfigClass.configClass(SchemaConfig.class, "connector.schema"))
                .get("connector.schema.patience");
        return Duration.parse("PT" + Objects.requireNonNull(patience).getDefaultValue());
    }
}
