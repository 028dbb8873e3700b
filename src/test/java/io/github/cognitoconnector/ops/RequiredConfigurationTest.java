package io.github.cognitoconnector.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredConfigurationTest {

    private static final Map<String, String> COMPLETE = Map.of(
            "quarkus.datasource.jdbc.url", "jdbc:postgresql://db:5432/connector",
            "connector.platform.user-pool-id", "eu-central-1_BGOou5Rwx",
            "connector.platform.client-ids", "one,two");

    @Test
    void nothingIsMissing() {
        assertThat(RequiredConfiguration.missing(config(COMPLETE))).isEmpty();
    }

    @Test
    void saysOneSentenceForEachMissingKeyInOrder() {
        List<String> missing = RequiredConfiguration.missing(config(Map.of()));
        assertThat(missing)
                .hasSize(3)
                .allMatch(s -> s.startsWith("Cognito Connector cannot start: set ") && s.endsWith("."));
        assertThat(missing.get(0)).contains("quarkus.datasource.jdbc.url");
        assertThat(missing.get(1)).contains("connector.platform.user-pool-id");
        assertThat(missing.get(2)).contains("connector.platform.client-ids");
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.datasource.jdbc.url, QUARKUS_DATASOURCE_JDBC_URL",
        "connector.platform.user-pool-id, CONNECTOR_PLATFORM_USER_POOL_ID",
        "connector.platform.client-ids, CONNECTOR_PLATFORM_CLIENT_IDS"
    })
    void namesTheKeyAndTheEnvironmentVariable(String key, String variable) {
        Map<String, String> values = new HashMap<>(COMPLETE);
        values.remove(key);
        assertThat(RequiredConfiguration.missing(config(values)))
                .singleElement()
                .asString()
                .contains(" " + key + " ")
                .contains(variable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void blankCountsAsMissing(String blank) {
        Map<String, String> values = new HashMap<>(COMPLETE);
        values.put("connector.platform.client-ids", blank);
        assertThat(RequiredConfiguration.missing(config(values))).hasSize(1);
    }

    @Test
    void refusesWhatIsForTheEmbeddedParts() {
        assertThat(RequiredConfiguration.misplaced(config(COMPLETE))).isEmpty();

        Map<String, String> values = new HashMap<>(COMPLETE);
        values.put("connector.embedded.cognito.alone", "true");
        values.put("connector.embedded.cognito.port", "9229");
        assertThat(RequiredConfiguration.misplaced(config(values)))
                .hasSize(2)
                .first()
                .asString()
                .startsWith(
                        "Cognito Connector cannot start: connector.embedded.cognito.alone is for the local artifact");
    }

    private static Config config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build();
    }
}
