package io.github.cognitoconnector.embedded.cognito.token;

import io.github.cognitoconnector.embedded.cognito.token.Session.Owner;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Sign-ins that have not ended. A refresh token is the sub, the session's id and a secret, joined by dots. */
public final class Sessions {

    private final Map<String, Map<String, Live>> bySub = new ConcurrentHashMap<>();
    private final InstantSource clock;

    private record Live(Session session, RefreshTokens refreshTokens) {}

    /** A session and the token that renews its other tokens. */
    public record Started(Session session, String refreshToken) {}

    public Sessions(InstantSource clock) {
        this.clock = clock;
    }

    public Started begin(Owner owner, Duration life) {
        Instant now = clock.instant();
        Session session = new Session(UUID.randomUUID().toString(), owner, now, now.plus(life));
        RefreshTokens tokens = new RefreshTokens(owner.sub() + "." + session.id() + ".");
        Map<String, Live> live = bySub.computeIfAbsent(owner.sub(), sub -> new ConcurrentHashMap<>());
        live.values().removeIf(old -> isExpired(old.session()));
        live.put(session.id(), new Live(session, tokens));
        return new Started(session, tokens.next());
    }

    /** Empty for a token that was never issued, was revoked, or has expired. */
    public Optional<Session> withRefreshToken(String token) {
        return live(token).map(Live::session);
    }

    /**
     * Takes a refresh token and gives another of the same session, which does not live longer for it.
     *
     * @param grace how long after its first use a token is still taken
     * @throws Refusal {@code RefreshTokenReuseException}
     */
    Optional<Started> rotate(String token, Duration grace) {
        return live(token)
                .map(live -> new Started(live.session(), live.refreshTokens().rotate(token, clock.instant(), grace)));
    }

    private Optional<Live> live(String token) {
        int sub = token.indexOf('.');
        int id = token.lastIndexOf('.');
        if (sub < 0 || id <= sub) {
            return Optional.empty();
        }
        return find(token.substring(0, sub), token.substring(sub + 1, id))
                .filter(live -> live.refreshTokens().has(token));
    }

    public boolean isLive(String sub, String id) {
        return find(sub, id).isPresent();
    }

    /** Whether a sign-in at this client at this second still lasts, for tokens that do not name their session. */
    boolean isLive(String sub, String clientId, long authTime) {
        return bySub.getOrDefault(sub, Map.of()).values().stream()
                .map(Live::session)
                .filter(session -> !isExpired(session))
                .anyMatch(session -> session.owner().clientId().equals(clientId)
                        && session.startedAt().getEpochSecond() == authTime);
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
