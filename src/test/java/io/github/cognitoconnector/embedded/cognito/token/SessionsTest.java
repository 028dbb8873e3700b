package io.github.cognitoconnector.embedded.cognito.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.token.Session.Owner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final Duration LIFE = Duration.ofDays(1);

    private Instant now = Instant.EPOCH;
    private final InstantSource clock = () -> now;
    private final Sessions sessions = new Sessions(clock);

    private Sessions.Started begin(String sub) {
        return sessions.begin(new Owner("us-east-1_pool", "client", sub), LIFE);
    }

    private boolean isLive(Sessions.Started started) {
        return sessions.withRefreshToken(started.refreshToken()).isPresent();
    }

    /** Users and pools that are gone leave sessions that nobody asks for again, so that their number needs an end. */
    @Test
    void oldestEndsForOneTooMany() {
        Sessions.Started first = begin("first");
        Sessions.Started second = begin("first");
        for (int i = 2; i < Sessions.CAPACITY; i++) {
            begin("other" + i);
        }
        assertThat(isLive(first)).isTrue();

        Sessions.Started last = begin("last");

        assertThat(isLive(first)).isFalse();
        assertThat(isLive(second)).isTrue();
        assertThat(isLive(last)).isTrue();
    }

    @Test
    void signingOutEverywhereEndsTheUsersAlone() {
        Sessions.Started one = begin("ada");
        Sessions.Started two = begin("ada");
        Sessions.Started other = begin("byron");

        sessions.endAll("ada");

        assertThat(isLive(one)).isFalse();
        assertThat(isLive(two)).isFalse();
        assertThat(isLive(other)).isTrue();
    }

    @Test
    void endedOneLeavesTheOthersOfItsUser() {
        Sessions.Started one = begin("ada");
        Sessions.Started two = begin("ada");

        sessions.end(one.session());

        assertThat(isLive(one)).isFalse();
        assertThat(sessions.isLive("ada", two.session().id())).isTrue();
        assertThat(sessions.isLive("byron", two.session().id())).isFalse();
        assertThat(sessions.isLive("ada", "client", 0)).isTrue();
        sessions.end(two.session());
        assertThat(sessions.isLive("ada", "client", 0)).isFalse();
    }

    @Test
    void expiredOneIsOver() {
        Sessions.Started one = begin("ada");
        now = now.plus(LIFE);

        assertThat(isLive(one)).isFalse();
        assertThat(isLive(begin("ada"))).isTrue();
    }
}
