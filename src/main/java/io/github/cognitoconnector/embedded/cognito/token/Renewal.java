package io.github.cognitoconnector.embedded.cognito.token;

import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;

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
     * New tokens in the same session.
     *
     * @throws Refusal {@code NotAuthorizedException}, also for a user who is disabled or gone
     */
    public UserTokens.Pair renew(AppClient client, String refreshToken) {
        UserPool pool = pools.get(client.poolId());
        Session session = session(client, refreshToken);
        User user = find(pool, session);
        if (!user.standing().enabled()) {
            throw Refusal.notAuthorized("User is disabled.");
        }
        return tokens.issue(pool, client, user, session);
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
