package io.github.cognitoconnector.embedded.cognito.auth;

import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The proof that a client with a secret gives: HMAC-SHA256 of username and client id, in Base64. */
public final class SecretHash {

    private SecretHash() {}

    /**
     * @param names any of which the hash may have been made for
     * @throws Refusal {@code NotAuthorizedException}
     */
    public static void check(AppClient client, Optional<String> given, List<String> names) {
        String secret = client.secret();
        if (secret == null) {
            if (given.isPresent()) {
                throw unverified(client);
            }
            return;
        }
        byte[] hash = given.orElseThrow(() -> Refusal.notAuthorized(
                        "Client " + client.id() + " is configured with secret but SECRET_HASH was not received"))
                .getBytes(StandardCharsets.UTF_8);
        if (names.stream().noneMatch(name -> MessageDigest.isEqual(hash, of(secret, name + client.id())))) {
            throw unverified(client);
        }
    }

    private static Refusal unverified(AppClient client) {
        return Refusal.notAuthorized("Unable to verify secret hash for client " + client.id());
    }

    private static byte[] of(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encode(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
