package io.github.cognitoconnector.embedded.cognito.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** An RSA key pair; its id is the thumbprint of RFC 7638, so that the same key has the same id in every process. */
final class SigningKey {

    private static final int BITS = 2048;

    private final PrivateKey secret;
    private final RsaJsonWebKey published;

    SigningKey(RSAPublicKey published, PrivateKey secret) {
        this.secret = secret;
        this.published = new RsaJsonWebKey(published);
        this.published.setKeyId(this.published.calculateBase64urlEncodedThumbprint("SHA-256"));
        this.published.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        this.published.setUse("sig");
    }

    static SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            if (pair.getPublic() instanceof RSAPublicKey rsa) {
                return new SigningKey(rsa, pair.getPrivate());
            }
            throw new IllegalStateException("An RSA generator made another kind of key");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("RSA is part of every JDK", e);
        }
    }

    String id() {
        return published.getKeyId();
    }

    PublicKey publicKey() {
        return published.getPublicKey();
    }

    /** The entry in the key set. */
    ObjectNode describe() {
        ObjectNode key = Json.object();
        published.toParams(OutputControlLevel.PUBLIC_ONLY).forEach((name, value) -> key.put(name, value.toString()));
        return key;
    }

    /** A compact JWS with the header {@code kid}, {@code alg} and nothing else. */
    String sign(ObjectNode claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setKeyIdHeaderValue(id());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setPayload(Json.write(claims));
        signature.setKey(secret);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The signing key does not sign", e);
        }
    }
}
