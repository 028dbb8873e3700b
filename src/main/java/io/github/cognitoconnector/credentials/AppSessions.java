package io.github.cognitoconnector.credentials;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** The sessions of one app, by the name of who uses them; a bounded number, forgotten when nobody uses them. */
final class AppSessions implements AwsCredentialsProvider {

    private static final int MAX_CALLERS = 500;
    private static final Duration IDLE = Duration.ofHours(1);

    private final int version;
    private final Supplier<String> caller;
    private final Function<String, RenewingSession> source;
    private final Cache<String, RenewingSession> sessions = Caffeine.newBuilder()
            .maximumSize(MAX_CALLERS)
            .expireAfterAccess(IDLE)
            .build();

    /**
     * @param version of the credentials
     * @param caller who uses a session at this moment
     * @param source makes the session for a caller; costs nothing until it is used
     */
    AppSessions(int version, Supplier<String> caller, Function<String, RenewingSession> source) {
        this.version = version;
        this.caller = caller;
        this.source = source;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return sessions.get(caller.get(), source).get().credentials();
    }

    /** AWS refused a call of the current caller. */
    void suspect() {
        RenewingSession session = sessions.getIfPresent(caller.get());
        if (session != null) {
            session.suspect();
        }
    }

    int version() {
        return version;
    }

    /** The sessions in use. */
    List<RenewingSession.Holding> holdings() {
        return sessions.asMap().values().stream()
                .map(RenewingSession::holding)
                .filter(Objects::nonNull)
                .toList();
    }
}
