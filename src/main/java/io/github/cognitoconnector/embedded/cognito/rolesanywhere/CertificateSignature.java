package io.github.cognitoconnector.embedded.cognito.rolesanywhere;

import io.github.cognitoconnector.embedded.cognito.http.Request;
import io.github.cognitoconnector.embedded.cognito.iam.CanonicalRequest;
import io.github.cognitoconnector.embedded.cognito.iam.SigningHeader;
import io.github.cognitoconnector.embedded.cognito.iam.SigningRules;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/**
 * Signature Version 4 with the private key of a certificate instead of a secret access key.
 *
 * @see <a href="https://docs.aws.amazon.com/rolesanywhere/latest/userguide/authentication-sign-process.html">Signing
 *     process of IAM Roles Anywhere</a>
 */
final class CertificateSignature {

    private static final String SERVICE = "rolesanywhere";
    private static final Map<String, String> ALGORITHMS = Map.of(
            "AWS4-X509-RSA-SHA256", "RSA",
            "AWS4-X509-ECDSA-SHA256", "EC");

    private CertificateSignature() {}

    /**
     * Returns if the holder of the certificate signed the request just now.
     *
     * @throws Refusal if not
     */
    static void check(Request request, X509Certificate certificate, Instant now) {
        SigningHeader header = SigningHeader.parse(
                        request.header("authorization").orElse(""))
                .filter(parts -> ALGORITHMS.containsKey(parts.algorithm()))
                .orElseThrow(() -> denied("Missing or malformed Authorization header"));
        SigningRules.complaint(header, request, SERVICE, now).ifPresent(complaint -> {
            throw denied(complaint);
        });
        if (!header.keyId().equals(certificate.getSerialNumber().toString())) {
            throw denied("Serial number of the certificate does not match the Credential");
        }
        if (!verifies(header, request, certificate)) {
            throw denied("The request signature we calculated does not match the signature you provided");
        }
    }

    private static boolean verifies(SigningHeader header, Request request, X509Certificate certificate) {
        String key = certificate.getPublicKey().getAlgorithm();
        if (!key.equals(ALGORITHMS.get(header.algorithm()))) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(key.equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initVerify(certificate.getPublicKey());
            signature.update(CanonicalRequest.stringToSign(header, request).getBytes(StandardCharsets.UTF_8));
            return signature.verify(HexFormat.of().parseHex(header.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    static Refusal denied(String sentence) {
        return new Refusal("AccessDeniedException", sentence);
    }
}
