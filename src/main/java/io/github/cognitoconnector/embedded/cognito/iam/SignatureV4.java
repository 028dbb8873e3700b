package io.github.cognitoconnector.embedded.cognito.iam;

import io.github.cognitoconnector.embedded.cognito.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures of Signature Version 4 with a secret access key. Written from AWS's description and without its SDK, so that
 * one bears witness of the other.
 */
final class SignatureV4 {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private static final String HMAC = "HmacSHA256";

    private SignatureV4() {}

    /** Whether the request is signed with this secret; takes as long for a signature that is nearly right. */
    static boolean matches(SigningHeader header, Request request, String secret) {
        return MessageDigest.isEqual(
                sign(header, request, secret).getBytes(StandardCharsets.US_ASCII),
                header.signature().getBytes(StandardCharsets.UTF_8));
    }

    private static String sign(SigningHeader header, Request request, String secret) {
        SigningHeader.Scope scope = header.scope();
        byte[] ofDay = hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), scope.date());
        byte[] ofService = hmac(hmac(ofDay, scope.region()), scope.service());
        byte[] key = hmac(ofService, "aws4_request");
        return HexFormat.of().formatHex(hmac(key, CanonicalRequest.stringToSign(header, request)));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }
}
