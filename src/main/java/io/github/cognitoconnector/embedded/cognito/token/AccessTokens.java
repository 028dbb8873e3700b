package io.github.cognitoconnector.embedded.cognito.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.UserStatus;
import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.security.PublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Judges the access tokens with which users call Cognito itself; unlike a JWT library it knows what was revoked. */
public final class AccessTokens {

    private static final AlgorithmConstraints RS256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256);

    private final KeyRing keys;
    private final Sessions sessions;
    private final Pools pools;
    private final InstantSource clock;

    public AccessTokens(KeyRing keys, Sessions sessions, Pools pools, InstantSource clock) {
        this.keys = keys;
        this.sessions = sessions;
        this.pools = pools;
        this.clock = clock;
    }

    /**
     * Whose token it is, and through which client it was issued.
     *
     * @param deviceKey of the device that was signed in on; empty in a pool that does not track devices
     */
    public record Bearer(UserPool pool, AppClient client, User user, String deviceKey) {

        /**
         * Refuses attributes that the client may not write.
         *
         * @throws Refusal {@code NotAuthorizedException}
         */
        public void checkWritable(Collection<String> attributes) {
            ClientRules.of(client).checkWritable(attributes, pool.settings().schema());
        }
    }

    /** The user of a token, like {@link #bearer}. */
    public User user(String token) {
        return bearer(token).user();
    }

    /**
     * Whose token it is, if it is authentic, valid now, not revoked, and a user's own.
     *
     * @throws Refusal {@code NotAuthorizedException}; {@code UserNotFoundException} for a user who is gone, and
     *     {@code PasswordResetRequiredException} for one whose password an administrator has taken away
     */
    public Bearer bearer(String token) {
        JsonNode claims = verified(token).orElseThrow(AccessTokens::invalid);
        if (!claims.path("token_use").asText().equals("access")) {
            throw invalid();
        }
        if (!Arrays.asList(claims.path("scope").asText().split(" ", -1)).contains(UserTokens.SCOPE)) {
            throw Refusal.notAuthorized("Access Token does not have required scopes");
        }
        if (!clock.instant().isBefore(Instant.ofEpochSecond(claims.path("exp").asLong()))) {
            throw Refusal.notAuthorized("Access Token has expired");
        }
        String issuer = claims.path("iss").asText();
        UserPool pool =
                pools.find(issuer.substring(issuer.lastIndexOf('/') + 1)).orElseThrow(AccessTokens::invalid);
        AppClient client = pools.findClient(claims.path("client_id").asText()).orElseThrow(AccessTokens::invalid);
        User user = pool.users()
                .withSub(claims.path("sub").asText())
                .orElseThrow(() -> new Refusal("UserNotFoundException", "User does not exist."));
        checkStanding(user);
        if (!isLive(claims)) {
            throw Refusal.notAuthorized("Access Token has been revoked");
        }
        return new Bearer(pool, client, user, claims.path("device_key").asText(""));
    }

    /**
     * Refuses a user whose tokens are of no use now, though they may be again.
     *
     * @throws Refusal {@code NotAuthorizedException} (contract row 10) or {@code PasswordResetRequiredException}
     */
    static void checkStanding(User user) {
        if (!user.standing().enabled()) {
            throw Refusal.notAuthorized("User is disabled.");
        }
        if (user.status() == UserStatus.RESET_REQUIRED) {
            throw new Refusal("PasswordResetRequiredException", "Password reset required for the user");
        }
    }

    private boolean isLive(JsonNode claims) {
        String sub = claims.path("sub").asText();
        return claims.has("origin_jti")
                ? sessions.isLive(sub, claims.path("origin_jti").asText())
                : sessions.isLive(
                        sub,
                        claims.path("client_id").asText(),
                        claims.path("auth_time").asLong());
    }

    private static Refusal invalid() {
        return Refusal.notAuthorized("Invalid Access Token");
    }

    /** A header whose members are of other types than a JWT's is no header of ours, and makes jose4j cast in vain. */
    private Optional<JsonNode> verified(String token) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(RS256);
        try {
            signature.setCompactSerialization(token);
            Optional<PublicKey> key = keys.find(signature.getKeyIdHeaderValue());
            if (key.isEmpty()) {
                return Optional.empty();
            }
            signature.setKey(key.get());
            return signature.verifySignature() ? Json.parse(signature.getPayload()) : Optional.empty();
        } catch (JoseException | ClassCastException e) {
            return Optional.empty();
        }
    }
}
