package io.github.cognitoconnector.embedded.cognito.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Id and access tokens of users who have signed in. */
public final class UserTokens {

    /** The one scope of access tokens that the API, not the token endpoint, issues. */
    static final String SCOPE = "aws.cognito.signin.user.admin";

    /** What tells tokens and sign-ins apart; absent where the client does not revoke. */
    private static final List<String> REVOCATION = List.of("origin_jti", "jti");

    private final KeyRing keys;
    private final Issuers issuers;
    private final InstantSource clock;
    private final boolean atTokenEndpoint;

    public UserTokens(KeyRing keys, Issuers issuers, InstantSource clock) {
        this(keys, issuers, clock, false);
    }

    private UserTokens(KeyRing keys, Issuers issuers, InstantSource clock, boolean atTokenEndpoint) {
        this.keys = keys;
        this.issuers = issuers;
        this.clock = clock;
        this.atTokenEndpoint = atTokenEndpoint;
    }

    /** The same, but access tokens carry {@code version: 2} (contract section 5). */
    public UserTokens atTokenEndpoint() {
        return new UserTokens(keys, issuers, clock, true);
    }

    /** A pair of tokens; {@code life} is that of the access token. */
    public record Pair(String idToken, String accessToken, Duration life) {

        /** The tokens are credentials. */
        @Override
        public String toString() {
            return "Pair[" + life + "]";
        }
    }

    public Pair issue(UserPool pool, AppClient client, User user, Session session) {
        String event = UUID.randomUUID().toString();
        GroupClaims groups = GroupClaims.of(pool, user);
        ObjectNode id = common(session, event, client.idTokenLife());
        id.put("token_use", "id").put("aud", client.id()).put("cognito:username", user.username());
        ClientRules rules = ClientRules.of(client);
        user.attributes().forEach((name, value) -> {
            if (rules.reads(name)) {
                putAttribute(id, name, value);
            }
        });
        Identities.put(id, user);
        groups.putNames(id);
        groups.putRoles(id);
        ObjectNode access = common(session, event, client.accessTokenLife());
        access.put("token_use", "access").put("client_id", client.id()).put("username", user.username());
        access.put("scope", SCOPE);
        if (atTokenEndpoint) {
            access.put("version", 2);
        }
        String device = session.owner().deviceKey();
        if (device != null) {
            access.put("device_key", device);
        }
        groups.putNames(access);
        if (!rules.revokesTokens()) {
            List.of(id, access).forEach(claims -> claims.remove(REVOCATION));
        }
        return new Pair(keys.signIdToken(id), keys.signAccessToken(access), client.accessTokenLife());
    }

    private ObjectNode common(Session session, String event, Duration life) {
        long now = clock.instant().getEpochSecond();
        return Json.object()
                .put("sub", session.owner().sub())
                .put("iss", issuers.of(session.owner().poolId()))
                .put("origin_jti", session.id())
                .put("event_id", event)
                .put("auth_time", session.startedAt().getEpochSecond())
                .put("exp", now + life.toSeconds())
                .put("iat", now)
                .put("jti", UUID.randomUUID().toString());
    }

    /** Values are texts, but for the two marks of verification. */
    private static void putAttribute(ObjectNode claims, String name, String value) {
        if (name.equals("email_verified") || name.equals("phone_number_verified")) {
            claims.put(name, value.equals("true"));
        } else {
            claims.put(name, value);
        }
    }
}
