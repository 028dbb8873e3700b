package io.github.cognitoconnector.embedded.cognito.token;

import io.github.cognitoconnector.embedded.cognito.token.Session.Owner;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Sign-ins that have not ended. A refresh token is the sub, the session's id and a secret, joined by dots. */
public final class Sessions {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 48;

    private final Map<String, Map<String, Live>> bySub = new ConcurrentHashMap<>();
    private final InstantSource clock;

    private record Live(Session session, String refreshToken) {}

    /** A session and the token that renews its other tokens. */
    public record Started(Session session, String refreshToken) {}

    public Sessions(InstantSource clock) {
        this.clock = clock;
    }

    public Started begin(Owner owner, Duration life) {
        Instant now = clock.instant();
        Session session = new Session(UUID.randomUUID().toString(), owner, now, now.plus(life));
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        String token = owner.sub() + "." + session.id() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Map<String, Live> live = bySub.computeIfAbsent(owner.sub(), sub -> new ConcurrentHashMap<>());
        live.values().removeIf(old -> isExpired(old.session()));
        live.put(session.id(), new Live(session, token));
        return new Started(session, token);
    }

    /** Empty for a token that was never issued, was revoked, or has expired. */
    public Optional<Session> withRefreshToken(String token) {
        int sub = token.indexOf('.');
        int id = token.lastIndexOf('.');
        if (sub < 0 || id <= sub) {
            return Optional.empty();
        }
        return find(token.substring(0, sub), token.substring(sub + 1, id))
                .filter(live -> live.refreshToken().equals(token))
                .map(Live::session);
    }

    public boolean isLive(String sub, String id) {
        return find(sub, id).isPresent();
    }

    public void end(Session session) {
        Map<String, Live> live = bySub.get(session.owner().sub());
        if (live != null) {
            live.remove(session.id());
        }
    }

    /** Ends all sign-ins of a user, as signing out everywhere, disabling and deleting do. */
    public void endAll(String sub) {
        bySub.remove(sub);
    }

    private Optional<Live> find(String sub, String id) {
        return Optional.ofNullable(bySub.getOrDefault(sub, Map.of()).get(id))
                .filter(live -> !isExpired(live.session()));
    }

    private boolean isExpired(Session session) {
        return !clock.instant().isBefore(session.expiresAt());
    }
}
