package io.github.cognitoconnector.ops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** The keys without which the service does not start, what each is for, and those with which it does not. */
public final class RequiredConfiguration {

    private static final String EMBEDDED = "connector.embedded.";

    private static final Map<String, String> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put("quarkus.datasource.jdbc.url", "the PostgreSQL database, such as jdbc:postgresql://db:5432/connector");
        KEYS.put("connector.platform.user-pool-id", "the user pool of the platform, such as eu-central-1_BGOou5Rwx");
        KEYS.put("connector.platform.client-ids", "the app clients of that pool that may administer apps");
    }

    private RequiredConfiguration() {}

    /** One sentence for each missing key, in a fixed order; empty if nothing is missing. */
    public static List<String> missing(Config config) {
        return KEYS.entrySet().stream()
                .filter(key -> config.getOptionalValue(key.getKey(), String.class)
                        .filter(value -> !value.isBlank())
                        .isEmpty())
                .map(key -> "Cognito Connector cannot start: set " + key.getKey() + " (environment variable "
                        + environment(key.getKey()) + ") to " + key.getValue() + ".")
                .toList();
    }

    /**
     * One sentence for each key of the embedded parts, which this artifact does not have: whoever sets one takes it for
     * the local artifact.
     */
    public static List<String> misplaced(Config config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(key -> key.toLowerCase(Locale.ROOT).replace('_', '.').startsWith(EMBEDDED))
                .sorted()
                .map(key -> "Cognito Connector cannot start: " + key + " is for the local artifact"
                        + " (./mvnw package -Dquarkus.profile=local); this one has no embedded parts.")
                .toList();
    }

    private static String environment(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
