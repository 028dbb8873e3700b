package io.github.cognitoconnector.x509;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Signs requests with the key of an X.509 certificate. The canonical form is Signature Version 4's; the key, the name of
 * the algorithm and the headers with the certificates are IAM Roles Anywhere's own.
 *
 * @param region AWS region of the service that gets the request
 * @see <a href="https://docs.aws.amazon.com/rolesanywhere/latest/userguide/authentication-sign-process.html">Signing
 *     process</a>
 */
public record X509Signer(X509Identity identity, String region) {

    private static final String SERVICE = "rolesanywhere";
    private static final String TERMINATOR = "aws4_request";
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int DATE_LENGTH = "yyyyMMdd".length();

    /**
     * A request as it is sent, without a query.
     *
     * @param host as in the header {@code Host}: with the port if it is not the scheme's
     * @param path percent-encoded, as in the request line
     * @param headers that are signed besides those that signing adds
     */
    public record Unsigned(String method, String host, String path, Map<String, String> headers, String payload) {

        /** The payload is left out. */
        @Override
        public String toString() {
            return "Unsigned[" + method + " " + host + path + "]";
        }
    }

    /** All headers of the request but {@code Host}, by lower-case name: its own, the certificates', the signature's. */
    public SortedMap<String, String> sign(Unsigned request, Instant now) {
        KeyKind kind = KeyKind.of(identity.privateKey());
        String timestamp = TIMESTAMP.format(now);
        String scope = String.join("/", timestamp.substring(0, DATE_LENGTH), region, SERVICE, TERMINATOR);
        SortedMap<String, String> headers = signedHeaders(request, timestamp);
        String canonical = canonicalRequest(request.method(), request.path(), headers, request.payload());
        String signature = signature(kind, stringToSign(kind.requestAlgorithm(), timestamp, scope, canonical));
        String authorization = "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                .formatted(kind.requestAlgorithm(), identity.serialNumber(), scope, names(headers), signature);
        headers.put("authorization", authorization);
        headers.remove("host");
        return headers;
    }

    /** Task 1 of the signing process; the headers' names are in lower case. */
    static String canonicalRequest(String method, String path, SortedMap<String, String> headers, String payload) {
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + canonicalValue(header.getValue()) + "\n")
                .collect(Collectors.joining());
        String noQuery = "";
        return String.join(
                "\n", method, SdkHttpUtils.urlEncodeIgnoreSlashes(path), noQuery, lines, names(headers), hash(payload));
    }

    /** Task 2 of the signing process. */
    static String stringToSign(String algorithm, String timestamp, String scope, String canonicalRequest) {
        return String.join("\n", algorithm, timestamp, scope, hash(canonicalRequest));
    }

    private SortedMap<String, String> signedHeaders(Unsigned request, String timestamp) {
        SortedMap<String, String> headers = new TreeMap<>();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        headers.put("host", request.host());
        headers.put("x-amz-date", timestamp);
        headers.put("x-amz-x509", base64(identity.chain().getFirst()));
        if (identity.chain().size() > 1) {
            String issuers =
                    identity.chain().stream().skip(1).map(X509Signer::base64).collect(Collectors.joining(","));
            headers.put("x-amz-x509-chain", issuers);
        }
        return headers;
    }

    /** Task 3 of the signing process; an EC signature is DER, as Java makes it. */
    private String signature(KeyKind kind, String stringToSign) {
        try {
            Signature signature = Signature.getInstance(kind.signatureAlgorithm());
            signature.initSign(identity.privateKey());
            signature.update(stringToSign.getBytes(UTF_8));
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key that has signed before cannot sign.", e);
        }
    }

    private static String names(SortedMap<String, String> headers) {
        return String.join(";", headers.keySet());
    }

    private static String canonicalValue(String value) {
        return value.strip().replaceAll(" {2,}", " ");
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read cannot be written.", e);
        }
    }
}
