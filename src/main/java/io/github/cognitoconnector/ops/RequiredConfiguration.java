package io.github.cognitoconnector.ops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** The keys without which the service does not start, and what each is for. */
public final class RequiredConfiguration {

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

    private static String environment(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
