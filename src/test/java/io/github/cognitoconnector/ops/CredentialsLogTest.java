package io.github.cognitoconnector.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.ops.CredentialEnd.Kind;
import io.github.cognitoconnector.testing.CapturedLog;
import io.github.cognitoconnector.testing.CapturedLog.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CredentialsLogTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant TOMORROW = Instant.parse("2026-11-21T12:00:00Z");
    private static final CredentialEnd CERTIFICATE =
            new CredentialEnd("shop", Kind.CERTIFICATE, NOW.plus(Duration.ofDays(5)));
    private static final CredentialEnd SESSION = new CredentialEnd("shop", Kind.SESSION, NOW.plusSeconds(90));

    private final CredentialsLog log = new CredentialsLog();
    private final CapturedLog captured = CapturedLog.of(CredentialsLog.class);

    @AfterEach
    void release() {
        captured.close();
    }

    @Test
    void eachAppAndKindIsToldOnceADay() {
        log.tell(List.of(CERTIFICATE, SESSION), NOW);
        assertThat(captured.lines())
                .containsExactly(
                        new Line("WARN", "The certificate of app shop ends at 2026-11-25T12:00:00Z."),
                        new Line(
                                "WARN", "The session of app shop cannot be renewed; it ends at 2026-11-20T12:01:30Z."));
        log.tell(List.of(CERTIFICATE, SESSION), NOW.plusSeconds(60));
        log.tell(List.of(CERTIFICATE), TOMORROW.minusSeconds(1));
        assertThat(captured.lines()).hasSize(2);
        log.tell(List.of(CERTIFICATE), TOMORROW);
        log.tell(List.of(CERTIFICATE), TOMORROW.plusSeconds(600));
        assertThat(captured.lines()).hasSize(3);
    }

    @Test
    void anotherAppIsAnotherMatter() {
        log.tell(List.of(CERTIFICATE), NOW);
        log.tell(List.of(CERTIFICATE, new CredentialEnd("blog", Kind.CERTIFICATE, TOMORROW)), NOW.plusSeconds(600));
        assertThat(captured.lines("app blog")).hasSize(1);
        assertThat(captured.lines("app shop")).hasSize(1);
    }

    @Test
    void theEndItselfIsAnError() {
        Instant end = CERTIFICATE.endsAt();
        log.tell(List.of(CERTIFICATE), end.minusMillis(1));
        log.tell(List.of(CERTIFICATE), end);
        assertThat(captured.lines())
                .containsExactly(
                        new Line("WARN", "The certificate of app shop ends at " + end + "."),
                        new Line("ERROR", "The certificate of app shop ended at " + end + "."));
    }

    @Test
    void whatComesUpAgainIsToldAgain() {
        log.tell(List.of(CERTIFICATE), NOW);
        log.tell(List.of(), NOW.plusSeconds(600));
        assertThat(captured.lines()).hasSize(1);
        log.tell(List.of(CERTIFICATE), NOW.plusSeconds(1200));
        assertThat(captured.lines()).hasSize(2);
    }
}
