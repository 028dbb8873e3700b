package io.github.cognitoconnector.credentials;

import io.github.cognitoconnector.credentials.CredentialsView.Warning;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an app's credentials are at this moment: when the session ends, what will stop to work. */
@ApplicationScoped
public class CredentialsStatus {

    private final AppCredentials credentials;
    private final CredentialsConfig config;
    private final Clock clock;

    CredentialsStatus(AppCredentials credentials, CredentialsConfig config, Clock clock) {
        this.credentials = credentials;
        this.config = config;
        this.clock = clock;
    }

    /** The stored view with what this replica knows now; reads nothing but memory. */
    public CredentialsView of(String appId, CredentialsView stored) {
        List<RenewingSession.Holding> sessions = credentials.sessions(appId, stored.version());
        Instant end = sessions.stream()
                .map(RenewingSession.Holding::expiresAt)
                .filter(clock.instant()::isBefore)
                .min(Instant::compareTo)
                .orElse(null);
        return stored.at(end, warnings(stored.certificateExpiresAt(), sessions));
    }

    /** Certificates that end before this moment are warned of. */
    public Instant warningsUntil() {
        return clock.instant().plus(config.warnBefore());
    }

    /** Apps of which a session could not be renewed, on this replica; those first whose session ends first. */
    public List<FailingSession> failingSessions() {
        return credentials.appsWithSessions().stream()
                .flatMap(app -> firstEnd(credentials.sessions(app)).map(end -> new FailingSession(app, end)).stream())
                .sorted(Comparator.comparing(FailingSession::endsAt).thenComparing(FailingSession::appId))
                .toList();
    }

    /**
     * An app whose calls fail when its session ends, unless a renewal succeeds until then.
     *
     * @param endsAt of the session that ends first, if the app has several
     */
    public record FailingSession(String appId, Instant endsAt) {}

    /** When the first of the sessions ends that cannot be renewed. */
    private static Optional<Instant> firstEnd(List<RenewingSession.Holding> sessions) {
        return sessions.stream()
                .filter(RenewingSession.Holding::failing)
                .map(RenewingSession.Holding::expiresAt)
                .min(Instant::compareTo);
    }

    private List<Warning> warnings(@Nullable Instant certificateEnd, List<RenewingSession.Holding> sessions) {
        List<Warning> warnings = new ArrayList<>();
        if (certificateEnd != null && certificateEnd.isBefore(warningsUntil())) {
            warnings.add(
                    certificateEnd.isAfter(clock.instant())
                            ? new Warning("certificate-expires", "The certificate ends at " + certificateEnd + ".")
                            : new Warning("certificate-expired", "The certificate ended at " + certificateEnd + "."));
        }
        firstEnd(sessions)
                .map(end -> clock.instant().isBefore(end)
                        ? "The session cannot be renewed; it ends at " + end + "."
                        : "There is no session since " + end + ".")
                .ifPresent(detail -> warnings.add(new Warning("session-not-renewed", detail)));
        return warnings;
    }
}
