package io.github.cognitoconnector.x509;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verifies a request from what arrived alone, as the published procedure tells the service to; it shares no code with what
 * signs.
 */
public final class SignatureCheck {

    private static final Pattern AUTHORIZATION = Pattern.compile("(AWS4-X509-(?:RSA|ECDSA)-SHA256) "
            + "Credential=(\\d+)/(\\d{8})/([a-z0-9-]+)/rolesanywhere/aws4_request, "
            + "SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]+)");

    private SignatureCheck() {}

    /** @param sent the headers as they arrived, {@code Host} among them */
    public static boolean verifies(String method, String path, Map<String, String> sent, byte[] payload) {
        Map<String, String> headers = new TreeMap<>();
        sent.forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        Matcher authorization = AUTHORIZATION.matcher(headers.getOrDefault("authorization", ""));
        if (!authorization.matches()) {
            return false;
        }
        StringBuilder canonical = new StringBuilder(method + "\n" + path + "\n\n");
        for (String name : authorization.group(5).split(";", -1)) {
            canonical.append(name).append(':').append(headers.get(name)).append('\n');
        }
        String date = headers.getOrDefault("x-amz-date", "");
        try {
            canonical.append('\n').append(authorization.group(5)).append('\n').append(sha256(payload));
            String toSign = authorization.group(1) + "\n" + date + "\n" + authorization.group(3) + "/"
                    + authorization.group(4) + "/rolesanywhere/aws4_request\n"
                    + sha256(canonical.toString().getBytes(UTF_8));
            X509Certificate certificate = certificate(headers.getOrDefault("x-amz-x509", ""));
            return date.startsWith(authorization.group(3) + "T")
                    && certificate.getSerialNumber().toString().equals(authorization.group(2))
                    && verifies(certificate, authorization.group(1), toSign, authorization.group(6));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    public static X509Certificate certificate(String base64) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    }

    private static boolean verifies(X509Certificate certificate, String algorithm, String text, String signature)
            throws GeneralSecurityException {
        Signature check = Signature.getInstance(algorithm.contains("ECDSA") ? "SHA256withECDSA" : "SHA256withRSA");
        check.initVerify(certificate);
        check.update(text.getBytes(UTF_8));
        return check.verify(HexFormat.of().parseHex(signature));
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
