package io.github.cognitoconnector.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsConfigTest {

    private static final int PRIORITY = 200;

    @Test
    void itIsWarnedAMonthAheadAndLookedEveryTenMinutes() {
        CredentialsConfig config = config(Map.of());
        assertThat(config.warnBefore()).isEqualTo(Duration.ofDays(30));
        assertThat(config.watchInterval()).isEqualTo(Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @CsvSource({"1H, 10S", "365D, 1D"})
    void theEndsOfTheRangesAreTaken(String warnBefore, String interval) {
        CredentialsConfig config = config(Map.of(
                "connector.credentials.warn-before", warnBefore, "connector.credentials.watch-interval", interval));
        assertThat(config.warnBefore()).isPositive();
        assertThat(config.watchInterval()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "connector.credentials.warn-before, 59M",
        "connector.credentials.warn-before, 366D",
        "connector.credentials.warn-before, PT-24H",
        "connector.credentials.watch-interval, 9S",
        "connector.credentials.watch-interval, 25H",
        "connector.credentials.watch-interval, 0S"
    })
    void whatIsOutOfRangeIsRefused(String key, String value) {
        assertThatThrownBy(() -> config(Map.of(key, value)))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(key);
    }

    private static CredentialsConfig config(Map<String, String> values) {
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            BeanValidationConfigValidator validator = validators::getValidator;
            return new SmallRyeConfigBuilder()
                    .withSources(new PropertiesConfigSource(values, "test", PRIORITY))
                    .withConverter(Duration.class, PRIORITY, new DurationConverter())
                    .withMapping(CredentialsConfig.class)
                    .withValidator(validator)
                    .build()
                    .getConfigMapping(CredentialsConfig.class);
        }
    }
}
