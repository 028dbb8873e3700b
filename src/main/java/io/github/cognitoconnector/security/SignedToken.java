package io.github.cognitoconnector.security;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.security.RefusedTokenException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * A JWT taken apart, by the letter: three parts in the one canonical spelling of base64url, header and claims JSON objects
 * in UTF-8 in which no member stands twice. Nothing in it is believed before {@link #isSignedBy}.
 *
 * @param signed the text that the signature is over
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725, JSON Web Token best current practices</a>
 */
record SignedToken(String keyId, ObjectNode claims, String signed, String encodedSignature) {

    static final String ALGORITHM = "RS256";

    private static final int MAX_DEPTH = 8;
    private static final int MAX_NUMBER = 20;
    private static final int MAX_KEY_ID = 256;

    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    /** Members that make the signature or its key something else than it seems, or the token an encrypted one. */
    private static final Set<String> REFUSED = Set.of(
            "crit", "b64", "jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256", "zip", "cty", "enc", "epk", "iv", "tag");

    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    /** @throws RefusedTokenException {@code MALFORMED}, {@code ALGORITHM} */
    static SignedToken parse(BearerToken token) {
        return parse(token.text());
    }

    /** @throws RefusedTokenException {@code MALFORMED}, {@code ALGORITHM} */
    static SignedToken parse(String text) {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        if (first < 1 || second < 0 || text.indexOf('.', second + 1) >= 0) {
            throw malformed();
        }
        ObjectNode header = object(text.substring(0, first));
        ObjectNode claims = object(text.substring(first + 1, second));
        String signature = text.substring(second + 1);
        decode(signature);
        checkAlgorithm(header);
        return new SignedToken(keyId(header), claims, text.substring(0, second), signature);
    }

    /** Whether the key has signed it, by RSASSA-PKCS1-v1_5 with SHA-256. */
    boolean isSignedBy(PublicKey key) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initVerify(key);
            rsa.update(signed.getBytes(StandardCharsets.US_ASCII));
            return rsa.verify(decode(encodedSignature));
        } catch (SignatureException e) {
            return false; // of another length than the key's
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA256withRSA", e);
        }
    }

    private static void checkAlgorithm(ObjectNode header) {
        JsonNode type = header.get("typ");
        if (!text(header, "alg").equals(ALGORITHM)
                || REFUSED.stream().anyMatch(header::has)
                || (type != null && !isKnown(type))) {
            throw new RefusedTokenException(Reason.ALGORITHM);
        }
    }

    private static boolean isKnown(JsonNode type) {
        return type.isTextual() && TYPES.contains(type.textValue().toLowerCase(Locale.ROOT));
    }

    private static String keyId(ObjectNode header) {
        String keyId = text(header, "kid");
        if (keyId.isEmpty() || keyId.length() > MAX_KEY_ID) {
            throw malformed();
        }
        return keyId;
    }

    private static String text(ObjectNode object, String member) {
        JsonNode value = object.get(member);
        if (value == null || !value.isTextual()) {
            throw malformed();
        }
        return value.textValue();
    }

    private static ObjectNode object(String part) {
        try {
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decode(part)))
                    .toString();
            if (JSON.readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException | CharacterCodingException e) {
            // answered below, in the words of every other refusal
        }
        throw malformed();
    }

    /** With bits behind the last byte a token could be changed and stay valid. */
    private static byte[] decode(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            if (bytes.length > 0
                    && Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(bytes)
                            .equals(part)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // answered below, in the words of every other refusal
        }
        throw malformed();
    }

    private static RefusedTokenException malformed() {
        return new RefusedTokenException(Reason.MALFORMED);
    }

    @Override
    public String toString() {
        return "SignedToken[…]";
    }
}
