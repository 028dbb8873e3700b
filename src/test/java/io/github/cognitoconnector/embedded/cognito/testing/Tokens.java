package io.github.cognitoconnector.embedded.cognito.testing;

import java.net.URI;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** Verifies tokens against the published key set, as a resource server does. */
public final class Tokens {

    private Tokens() {}

    public static Map<String, Object> verify(TestCognito cognito, String pool, String token) {
        try {
            JsonWebKeySet keys = new JsonWebKeySet(
                    cognito.get("/" + pool + "/.well-known/jwks.json").body());
            JwtClaims claims = new JwtConsumerBuilder()
                    .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                    .setExpectedIssuer(
                            URI.create(cognito.server().endpoint() + "/" + pool).toString())
                    .setSkipDefaultAudienceValidation()
                    .setRequireExpirationTime()
                    .build()
                    .processToClaims(token);
            return claims.getClaimsMap();
        } catch (JoseException | InvalidJwtException e) {
            throw new AssertionError(e);
        }
    }

    public static String keyId(String token) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setCompactSerialization(token);
            return signature.getKeyIdHeaderValue();
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }
}
