package io.github.cognitoconnector.contract;

import java.util.Map;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/** A token whose signature agrees with the key set of the issuer that it names, as a resource server sees it. */
record VerifiedToken(String keyId, Map<String, Object> claims) {

    static VerifiedToken of(String token) {
        try {
            String issuer = new JwtConsumerBuilder()
                    .setSkipSignatureVerification()
                    .setSkipAllValidators()
                    .build()
                    .processToClaims(token)
                    .getIssuer();
            JwtContext verified = new JwtConsumerBuilder()
                    .setVerificationKeyResolver(
                            new HttpsJwksVerificationKeyResolver(new HttpsJwks(issuer + "/.well-known/jwks.json")))
                    .setExpectedIssuer(issuer)
                    .setSkipDefaultAudienceValidation()
                    .setRequireExpirationTime()
                    .build()
                    .process(token);
            JsonWebSignature signature =
                    (JsonWebSignature) verified.getJoseObjects().getFirst();
            return new VerifiedToken(
                    signature.getKeyIdHeaderValue(), verified.getJwtClaims().getClaimsMap());
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw new AssertionError(e);
        }
    }
}
