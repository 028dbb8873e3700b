package io.github.cognitoconnector.embedded.cognito.token;

import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.Optional;

/** New id and access tokens for a refresh token. */
public final class Renewal {

    private final Pools pools;
    private final Sessions sessions;
    private final UserTokens tokens;

    public Renewal(Pools pools, Sessions sessions, UserTokens tokens) {
        this.pools = pools;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /**
     * The user whose sign-in the token renews.
     *
     * @throws Refusal {@code NotAuthorizedException} for a token that does not, or not for this client
     */
    public User user(AppClient client, String refreshToken) {
        return find(pools.get(client.poolId()), session(client, refreshToken));
    }

    /**
     * New tokens in the same session, and another refresh token where the client rotates them. In a pool that tracks
     * devices the token is good only together with the key of the device of its sign-in, once that is confirmed and until
     * it is forgotten, as AWS documents for GetTokensFromRefreshToken.
     *
     * @param deviceKey as the client gives it; empty if it gives none
     * @throws Refusal {@code NotAuthorizedException}, also for a user who is disabled or gone; {@code
     *     PasswordResetRequiredException} for one whose password an administrator has taken away; {@code
     *     RefreshTokenReuseException}
     */
    public Renewed renew(AppClient client, String refreshToken, String deviceKey) {
        UserPool pool = pools.get(client.poolId());
        Session session = session(client, refreshToken);
        User user = find(pool, session);
        if (!isOnItsDevice(pool, user, session, deviceKey)) {
            throw invalid();
        }
        AccessTokens.checkStanding(user);
        ClientRules rules = ClientRules.of(client);
        if (!rules.rotatesRefreshTokens() && sessions.isRotated(refreshToken)) {
            throw invalid();
        }
        Optional<String> next = rules.rotatesRefreshTokens()
                ? sessions.rotate(refreshToken, rules.grace()).map(Sessions.Started::refreshToken)
                : Optional.empty();
        return new Renewed(tokens.issue(pool, client, user, session), next);
    }

    /** A sign-in from before the pool tracked devices has none. */
    private static boolean isOnItsDevice(UserPool pool, User user, Session session, String given) {
        String own = session.owner().deviceKey();
        if (own == null || !pool.settings().tracksDevices()) {
            return true;
        }
        return own.equals(given)
                && user.security().devices().stream()
                        .anyMatch(device -> device.key().equals(own));
    }

    /** What a refresh token brings. */
    public record Renewed(UserTokens.Pair pair, Optional<String> refreshToken) {

        /** The tokens are credentials. */
        @Override
        public String toString() {
            return "Renewed";
        }
    }

    private Session session(AppClient client, String refreshToken) {
        return sessions.withRefreshToken(refreshToken)
                .filter(found -> found.owner().clientId().equals(client.id()))
                .orElseThrow(Renewal::invalid);
    }

    private static User find(UserPool pool, Session session) {
        return pool.users().withSub(session.owner().sub()).orElseThrow(Renewal::invalid);
    }

    private static Refusal invalid() {
        return Refusal.notAuthorized("Invalid Refresh Token");
    }
}
