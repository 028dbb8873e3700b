package io.github.cognitoconnector.embedded.cognito.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.directory.Staleness;
import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.pool.PoolSettings;
import io.github.cognitoconnector.embedded.cognito.pool.PoolSettings.PoolIdentity;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ChallengesTest {

    private static final String NAME = "PASSWORD_VERIFIER";

    private final Challenges challenges = new Challenges(InstantSource.fixed(Instant.EPOCH));
    private final Attempt attempt = attempt();

    private static Attempt attempt() {
        String id = "us-east-1_pool";
        UserPool pool =
                new Pools(new Staleness()).add(PoolSettings.of(new PoolIdentity(id, id, Instant.EPOCH), Json.object()));
        AppClient client = AppClient.of(new AppClient.Identity("client", id, null, Instant.EPOCH), Json.object());
        return new Attempt(pool, client, Attempt.Origin.UNKNOWN);
    }

    private String begin() {
        return challenges.begin(NAME, attempt, null, Challenges.State.NONE);
    }

    /** Nobody has to go on with a sign-in, so that the number of those that wait needs an end. */
    @Test
    void oldestIsForgottenForOneTooMany() {
        String first = begin();
        String second = begin();
        for (int i = 2; i < Challenges.CAPACITY; i++) {
            begin();
        }
        String last = begin();

        assertThat(challenges.take(NAME, attempt, first)).isEmpty();
        assertThat(challenges.take(NAME, attempt, second)).isPresent();
        assertThat(challenges.take(NAME, attempt, last)).isPresent();
        assertThat(challenges.take(NAME, attempt, last)).as("good once").isEmpty();
    }

    @Test
    void questionOfAnotherKindIsNotAnswered() {
        String session = begin();

        assertThat(challenges.take("SMS_MFA", attempt, session)).isEmpty();
        assertThat(challenges.take(NAME, attempt, session)).isPresent();
    }
}
