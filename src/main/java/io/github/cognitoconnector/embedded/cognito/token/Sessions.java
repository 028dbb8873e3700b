package io.github.cognitoconnector.embedded.cognito.token;

import io.github.cognitoconnector.embedded.cognito.token.Session.Owner;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Sign-ins that have not ended. A refresh token is the sub, the session's id and a secret, joined by dots. Past 100,000
 * sign-ins the oldest end, so that nobody fills the heap by signing in.
 */
public final class Sessions {

    static final int CAPACITY = 100_000;

    /** In the order in which they began. */
    private final Map<String, Live> byId = new LinkedHashMap<>();

    private final Map<String, Set<String>> bySub = new HashMap<>();
    private final InstantSource clock;

    private record Live(Session session, RefreshTokens refreshTokens) {}

    /** A session and the token that renews its other tokens. */
    public record Started(Session session, String refreshToken) {}

    public Sessions(InstantSource clock) {
        this.clock = clock;
    }

    public synchronized Started begin(Owner owner, Duration life) {
        makeRoom();
        Instant now = clock.instant();
        Session session = new Session(UUID.randomUUID().toString(), owner, now, now.plus(life));
        RefreshTokens tokens = new RefreshTokens(owner.sub() + "." + session.id() + ".");
        byId.put(session.id(), new Live(session, tokens));
        bySub.computeIfAbsent(owner.sub(), sub -> new HashSet<>(2)).add(session.id());
        return new Started(session, tokens.next());
    }

    /** Ends the oldest while it has expired anyway or is one too many. */
    private void makeRoom() {
        while (!byId.isEmpty()) {
            Session oldest = byId.values().iterator().next().session();
            if (byId.size() < CAPACITY && !isExpired(oldest)) {
                return;
            }
            end(oldest);
        }
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

    /** Whether the token has given way to another, also where the client does not rotate any more. */
    boolean isRotated(String token) {
        return live(token).filter(live -> live.refreshTokens().isUsed(token)).isPresent();
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
    synchronized boolean isLive(String sub, String clientId, long authTime) {
        return bySub.getOrDefault(sub, Set.of()).stream()
                .flatMap(id -> find(sub, id).stream())
                .map(Live::session)
                .anyMatch(session -> session.owner().clientId().equals(clientId)
                        && session.startedAt().getEpochSecond() == authTime);
    }

    public synchronized void end(Session session) {
        String sub = session.owner().sub();
        byId.remove(session.id());
        bySub.computeIfPresent(sub, (same, ids) -> ids.remove(session.id()) && ids.isEmpty() ? null : ids);
    }

    /** Ends all sign-ins of a user, as signing out everywhere, disabling and deleting do. */
    public synchronized void endAll(String sub) {
        Set<String> ids = bySub.remove(sub);
        if (ids != null) {
            ids.forEach(byId::remove);
        }
    }

    private synchronized Optional<Live> find(String sub, String id) {
        return Optional.ofNullable(byId.get(id))
                .filter(live -> live.session().owner().sub().equals(sub) && !isExpired(live.session()));
    }

    private boolean isExpired(Session session) {
        return !clock.instant().isBefore(session.expiresAt());
    }
}
