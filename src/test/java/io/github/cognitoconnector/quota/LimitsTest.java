package io.github.cognitoconnector.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.QuotaCategory;
import io.github.cognitoconnector.testing.Apps;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    @Test
    void anAppsOwnLimitGoesBeforeThePlatforms() {
        Limits limits = limits("UserRead", 200);
        App app = Apps.withQuotas(Apps.POOL, Map.of("UserRead", 10.0));
        assertThat(limits.of(app, QuotaCategory.USER_READ)).isEqualTo(10);
        assertThat(limits.of(Apps.plain(), QuotaCategory.USER_READ)).isEqualTo(200);
        assertThat(limits.of(app, QuotaCategory.USER_UPDATE)).isEqualTo(25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"userread", "USERREAD", "UserRead"})
    void namesAreTakenAsEnvironmentVariablesWriteThem(String name) {
        assertThat(limits(name, 1).of(Apps.plain(), QuotaCategory.USER_READ)).isOne();
    }

    @ParameterizedTest
    @CsvSource({"UserReads, 20", "AdminGetUser, 20", "UserRead, 0", "UserRead, -1", "UserRead, 100001", "UserRead, NaN"
    })
    void refusesToStartWithWhatIsNoLimit(String name, double perSecond) {
        assertThatThrownBy(() -> limits(name, perSecond))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("connector.quotas.limits." + name);
    }

    private static Limits limits(String name, double perSecond) {
        return new Limits(new Settings(Map.of(name, perSecond), 0));
    }
}
