package io.github.cognitoconnector.embedded.cognito.auth;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class LockoutsTest {

    private final Lockouts lockouts = new Lockouts(InstantSource.fixed(Instant.EPOCH));

    /** Names that nobody has are remembered too, so that their number needs an end. */
    @Test
    void whoeverTriedLongestAgoIsForgotten() {
        for (int i = 0; i < 5; i++) {
            lockouts.failed("first");
        }
        failOnce(0, 9_999);
        assertThatThrownBy(() -> lockouts.check("first")).hasMessage("Password attempts exceeded");
        // that attempt was the newest, so all the others go before
        failOnce(9_999, 19_998);
        assertThatThrownBy(() -> lockouts.check("first")).hasMessage("Password attempts exceeded");
        failOnce(19_998, 29_998);
        assertThatCode(() -> lockouts.check("first")).doesNotThrowAnyException();
    }

    private void failOnce(int from, int to) {
        for (int i = from; i < to; i++) {
            lockouts.failed("other" + i);
        }
    }
}
