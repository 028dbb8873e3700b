package io.github.cognitoconnector.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsAtStartTest {

    private static final Map<Long, Long> SECRETS = Map.of(1L, 40L, 4_294_967_295L, 2L);

    @Test
    void startsWithAnEmptyDatabaseAndWithAllKeys() {
        assertThat(SecretsAtStart.refusal(Map.of(), key -> false)).isEmpty();
        assertThat(SecretsAtStart.complaint(Map.of(), key -> false)).isEmpty();
        assertThat(SecretsAtStart.refusal(SECRETS, key -> true)).isEmpty();
        assertThat(SecretsAtStart.complaint(SECRETS, key -> true)).isEmpty();
    }

    @Test
    void doesNotStartIfNoSecretCanBeRead() {
        assertThat(SecretsAtStart.refusal(SECRETS, key -> key == 2))
                .get()
                .asString()
                .startsWith("set connector.secrets.keyset ")
                .contains("42 secrets", "[1, 4294967295]");
    }

    @Test
    void complainsOfTheKeysThatAreMissing() {
        assertThat(SecretsAtStart.refusal(SECRETS, key -> key == 1)).isEmpty();
        assertThat(SecretsAtStart.complaint(SECRETS, key -> key == 1))
                .get()
                .asString()
                .contains("connector.secrets.keyset", "2 secrets", "[4294967295]");
    }
}
