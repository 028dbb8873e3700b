package io.github.cognitoconnector.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** JWTs put together by hand, right or wrong. */
final class Jwts {

    static final String HEADER = "{\"kid\":\"key\",\"alg\":\"RS256\"}";

    private Jwts() {}

    static KeyPair newKey() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** With a signature of no value. */
    static BearerToken unsigned(String header, String claims) {
        return new BearerToken(encoded(header) + "." + encoded(claims) + ".c2ln");
    }

    static BearerToken signed(String header, String claims, KeyPair key) {
        String text = encoded(header) + "." + encoded(claims);
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(key.getPrivate());
            rsa.update(text.getBytes(StandardCharsets.US_ASCII));
            return new BearerToken(text + "." + encoded(rsa.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
