package io.github.cognitoconnector.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Api;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a name is kept. */
@QuarkusTest
class ReferenceTest {

    @Inject
    AuditNames names;

    @ParameterizedTest
    @CsvSource({
        "ada, user:ada",
        "username:ada, user:ada",
        "sub:5f0c3f6e-6b0f-4c0e-9d6b-0f9d1c1c7a11, user:5f0c3f6e-6b0f-4c0e-9d6b-0f9d1c1c7a11",
        "Zoë, user:Zoë",
        "other:ada, user:other:ada",
    })
    void namesAreKept(String sent, String kept) {
        assertThat(names.of("demo", new Reference("user", sent))).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email:ada",
                "ada@example.com",
                "phone:1",
                "+491701234567",
                "0170 1234567",
                "a\0b",
                "a b",
                "#x",
                ""
            })
    void addressesAndWhatIsNoNameAreNot(String sent) {
        String kept = names.of("demo", new Reference("user", sent));
        assertThat(kept).matches("user:#[A-Za-z0-9_-]{22}").isEqualTo(names.of("demo", new Reference("user", sent)));
        assertThat(kept)
                .as("the same address in another app is another name")
                .isNotEqualTo(names.of("other", new Reference("user", sent)));
    }

    @Test
    void anAddressIsTheSameHoweverItIsSpelt() {
        String address = Api.unique("a") + "@example.com";
        assertThat(names.of("demo", new Reference("user", "email:" + address)))
                .isEqualTo(names.of("demo", new Reference("user", address.toUpperCase(java.util.Locale.ROOT))));
    }

    @Test
    void longNamesAreNotKept() {
        assertThat(names.of("demo", new Reference("group", "x".repeat(129)))).hasSize("group:#".length() + 22);
    }
}
