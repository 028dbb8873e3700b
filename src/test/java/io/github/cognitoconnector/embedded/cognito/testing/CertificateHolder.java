package io.github.cognitoconnector.embedded.cognito.testing;

import io.github.cognitoconnector.testing.CertificateAuthority.Issued;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Signs CreateSession as the documentation of IAM Roles Anywhere says, in few words and on its own. What is sent can be
 * made to differ from what is signed.
 */
public final class CertificateHolder {

    public static final String ANCHOR =
            "arn:aws:rolesanywhere:us-east-1:123456789012:trust-anchor/0a1b2c3d-0000-4000-8000-000000000001";
    public static final String PROFILE =
            "arn:aws:rolesanywhere:us-east-1:123456789012:profile/0a1b2c3d-0000-4000-8000-000000000002";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Issued issued;
    private final Map<String, String> query =
            new TreeMap<>(Map.of("profileArn", PROFILE, "roleArn", Callers.ROLE, "trustAnchorArn", ANCHOR));
    private final Map<String, String> signed = new TreeMap<>();
    private final Map<String, String> sent = new TreeMap<>();
    private String body = "{\"durationSeconds\":900}";
    private String algorithm;
    private String serial;
    private String service = "rolesanywhere";
    private Instant time = Instant.now();

    public CertificateHolder(Issued issued) {
        this.issued = issued;
        boolean rsa = issued.privateKey().getAlgorithm().equals("RSA");
        this.algorithm = rsa ? "AWS4-X509-RSA-SHA256" : "AWS4-X509-ECDSA-SHA256";
        this.serial = issued.certificate().getSerialNumber().toString();
        header("content-type", "application/json");
        header("x-amz-x509", der(issued.certificate()));
        if (!issued.chain().isEmpty()) {
            chain(issued.chain());
        }
    }

    public CertificateHolder chain(List<X509Certificate> chain) {
        return header(
                "x-amz-x509-chain", chain.stream().map(CertificateHolder::der).collect(Collectors.joining(",")));
    }

    /** A header that is signed and sent. */
    public CertificateHolder header(String name, String value) {
        signed.put(name, value);
        sent.put(name, value);
        return this;
    }

    /** A header that is sent instead of the signed one. */
    public CertificateHolder sending(String name, String value) {
        sent.put(name, value);
        return this;
    }

    /** A header that is sent but not among the signed ones. */
    public CertificateHolder unsigned(String name) {
        signed.remove(name);
        return this;
    }

    public CertificateHolder without(String name) {
        sent.remove(name);
        return unsigned(name);
    }

    /** A parameter of the query; an empty one is left out. */
    public CertificateHolder query(String name, String value) {
        if (value.isEmpty()) {
            query.remove(name);
        } else {
            query.put(name, value);
        }
        return this;
    }

    public CertificateHolder body(String newBody) {
        body = newBody;
        return this;
    }

    public CertificateHolder at(Instant newTime) {
        time = newTime;
        return this;
    }

    public CertificateHolder serial(String newSerial) {
        serial = newSerial;
        return this;
    }

    public CertificateHolder service(String newService) {
        service = newService;
        return this;
    }

    public CertificateHolder algorithm(String newAlgorithm) {
        algorithm = newAlgorithm;
        return this;
    }

    /** The request, signed. */
    public HttpRequest.Builder to(URI endpoint) {
        String date = TIME.format(time);
        header("x-amz-date", date);
        Map<String, String> covered = new TreeMap<>(signed);
        covered.put("host", endpoint.getAuthority());
        String names = String.join(";", covered.keySet());
        String parameters = query.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String canonical = "POST\n/sessions\n" + parameters + "\n"
                + covered.entrySet().stream()
                        .map(pair -> pair.getKey() + ":" + pair.getValue() + "\n")
                        .collect(Collectors.joining())
                + "\n" + names + "\n" + sha256(body);
        String scope = "%s/us-east-1/%s/aws4_request".formatted(date.substring(0, 8), service);
        String signature = sign(algorithm + "\n" + date + "\n" + scope + "\n" + sha256(canonical));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint + "/sessions?" + parameters))
                .timeout(Duration.ofSeconds(10))
                .header(
                        "Authorization",
                        "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                                .formatted(algorithm, serial, scope, names, signature))
                .POST(BodyPublishers.ofString(body));
        sent.forEach(request::header);
        return request;
    }

    private String sign(String text) {
        try {
            String kind = issued.privateKey().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            Signature signature = Signature.getInstance(kind);
            signature.initSign(issued.privateKey());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String der(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
