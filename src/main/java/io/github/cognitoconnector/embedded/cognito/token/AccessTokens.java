package io.github.cognitoconnector.embedded.cognito.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.security.PublicKey;
import java.time.Instant;
import java.time.InstantSource;
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
     * The user of a token that is authentic, valid now, not revoked, and a user's own.
     *
     * @throws Refusal {@code NotAuthorizedException}
     */
    public User user(String token) {
        JsonNode claims = verified(token).orElseThrow(() -> Refusal.notAuthorized("Invalid Access Token"));
        if (!claims.path("token_use").asText().equals("access")) {
            throw Refusal.notAuthorized("Invalid Access Token");
        }
        if (!claims.path("scope").asText().equals(UserTokens.SCOPE)) {
            throw Refusal.notAuthorized("Access Token does not have required scopes");
        }
        if (!clock.instant().isBefore(Instant.ofEpochSecond(claims.path("exp").asLong()))) {
            throw Refusal.notAuthorized("Access Token has expired");
        }
        String sub = claims.path("sub").asText();
        if (!sessions.isLive(sub, claims.path("origin_jti").asText())) {
            throw Refusal.notAuthorized("Access Token has been revoked");
        }
        String issuer = claims.path("iss").asText();
        return pools.find(issuer.substring(issuer.lastIndexOf('/') + 1))
                .flatMap(pool -> pool.users().withSub(sub))
                .orElseThrow(() -> new Refusal("UserNotFoundException", "User does not exist."));
    }

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
        } catch (JoseException e) {
            return Optional.empty();
        }
    }
}
