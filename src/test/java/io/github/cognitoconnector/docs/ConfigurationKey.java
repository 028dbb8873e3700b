package io.github.cognitoconnector.docs;

import java.util.Optional;

/**
 * A key of the configuration, as the sources describe it.
 *
 * @param fallback what holds without it, as the page says it; empty if it is required
 * @param meaning unit, range and meaning, in Markdown
 * @param range what its constraints allow, in the words that its description has to use
 */
record ConfigurationKey(String name, Optional<String> fallback, String meaning, Optional<String> range) {

    static final String HEAD = "| key | default | unit, range, meaning |\n|---|---|---|\n";
    static final String REQUIRED_HEAD = "| key | what it is |\n|---|---|\n";

    boolean required() {
        return fallback.isEmpty();
    }

    boolean embedded() {
        return name.startsWith("connector.embedded.");
    }

    String row() {
        return fallback.map(value -> "| `%s` | %s | %s |\n".formatted(name, value, meaning))
                .orElseGet(() -> "| `%s` | %s |\n".formatted(name, meaning));
    }
}
