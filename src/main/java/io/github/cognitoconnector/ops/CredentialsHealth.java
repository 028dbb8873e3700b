package io.github.cognitoconnector.ops;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Credentials that end, as details of {@code /q/health}. Always up, and neither of liveness nor of readiness: the trouble
 * of one app is no reason to restart the service for all, or to send it no requests.
 */
@Wellness
@ApplicationScoped
public class CredentialsHealth implements HealthCheck {

    /** Apps that are named at most; those whose credentials end first. */
    static final int APPS = 20;

    private final CredentialsWatch watch;
    private final Clock clock;

    CredentialsHealth(CredentialsWatch watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        CredentialsSnapshot snapshot = watch.snapshot();
        long ended = snapshot.certificates().ended();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("Credentials of apps")
                .up()
                .withData("certificatesNearEnd", snapshot.certificates().count() - ended)
                .withData("certificatesEnded", ended)
                .withData("sessionsNotRenewed", snapshot.sessions().size())
                .withData("apps", apps(snapshot));
        Instant takenAt = snapshot.takenAt();
        return takenAt == null
                ? response.build()
                : response.withData(
                                "ageSeconds",
                                Duration.between(takenAt, clock.instant()).toSeconds())
                        .build();
    }

    private static String apps(CredentialsSnapshot snapshot) {
        return snapshot.ends().stream()
                .map(CredentialEnd::appId)
                .distinct()
                .limit(APPS)
                .collect(Collectors.joining(", "));
    }
}
