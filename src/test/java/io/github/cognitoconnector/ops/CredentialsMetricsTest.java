package io.github.cognitoconnector.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.app.CertificateEnds;
import io.github.cognitoconnector.app.CertificateEnds.End;
import io.github.cognitoconnector.credentials.CredentialsStatus.FailingSession;
import io.github.cognitoconnector.testing.SetClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CredentialsMetricsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String END = "connector.credentials.end";

    private final SetClock clock = new SetClock(NOW);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CredentialsMetrics metrics = new CredentialsMetrics(registry, clock);

    @Test
    void nothingIsKnownAtFirst() {
        assertThat(expiring("certificate")).isZero();
        assertThat(expiring("session")).isZero();
        assertThat(age()).isNaN();
        assertThat(registry.find(END).gauges()).isEmpty();
    }

    @Test
    void countsAndTimesFollowWhatIsSeen() {
        metrics.show(new CredentialsSnapshot(
                NOW,
                new CertificateEnds(1500, 1, List.of(new End("shop", NOW.minusSeconds(30)))),
                List.of(new FailingSession("shop", NOW.plusMillis(90_500)))));
        assertThat(expiring("certificate")).isEqualTo(1500);
        assertThat(expiring("session")).isEqualTo(1);
        assertThat(end("shop", "certificate")).isEqualTo(-30);
        assertThat(end("shop", "session")).isEqualTo(90.5);

        clock.move(Duration.ofSeconds(60));
        assertThat(age()).isEqualTo(60);
        assertThat(end("shop", "certificate")).isEqualTo(-90);
        assertThat(end("shop", "session")).isEqualTo(30.5);

        metrics.show(new CredentialsSnapshot(
                clock.instant(),
                new CertificateEnds(
                        1, 0, List.of(new End("shop", clock.instant().plusSeconds(5)))),
                List.of()));
        assertThat(age()).isZero();
        assertThat(end("shop", "certificate")).isEqualTo(5);
        assertThat(expiring("session")).isZero();
        assertThat(registry.find(END).gauges()).hasSize(1);
    }

    @Test
    void aHundredHaveAMetricOfTheirOwnThoseThatEndFirst() {
        List<End> ends = IntStream.range(0, 150)
                .mapToObj(i -> new End("app-" + i, NOW.plusSeconds(i)))
                .toList();
        FailingSession session = new FailingSession("last", NOW.plusMillis(500));
        metrics.show(new CredentialsSnapshot(NOW, new CertificateEnds(150, 0, ends), List.of(session)));
        assertThat(registry.find(END).gauges()).hasSize(100);
        assertThat(end("last", "session")).isEqualTo(0.5);
        assertThat(end("app-98", "certificate")).isEqualTo(98);
        assertThat(registry.find(END).tag("app", "app-99").gauges()).isEmpty();
    }

    private double expiring(String kind) {
        return registry.get("connector.credentials.expiring")
                .tag("kind", kind)
                .gauge()
                .value();
    }

    private double end(String app, String kind) {
        return registry.get(END).tags("app", app, "kind", kind).gauge().value();
    }

    private double age() {
        return registry.get("connector.credentials.watch.age").gauge().value();
    }
}
