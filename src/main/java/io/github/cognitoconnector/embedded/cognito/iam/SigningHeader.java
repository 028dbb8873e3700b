package io.github.cognitoconnector.embedded.cognito.iam;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An {@code Authorization} header of Signature Version 4, also of its X.509 variant.
 *
 * @param keyId the access key id, or the decimal serial of the certificate
 * @param signedHeaders by lower-case name, as they were sent
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html">Create a signed request</a>
 */
public record SigningHeader(String algorithm, String keyId, Scope scope, List<String> signedHeaders, String signature) {

    private static final Pattern KEY_ID = Pattern.compile("Credential=([^/,\\s]+)");
    private static final Pattern CREDENTIAL = Pattern.compile("([^/]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request");

    /**
     * What a signature is good for.
     *
     * @param date as {@code yyyymmdd}
     */
    public record Scope(String date, String region, String service) {

        @Override
        public String toString() {
            return date + "/" + region + "/" + service + "/aws4_request";
        }
    }

    /** Empty if a part is missing or has another form. */
    public static Optional<SigningHeader> parse(String header) {
        int blank = header.indexOf(' ');
        if (blank < 1) {
            return Optional.empty();
        }
        Map<String, String> parts = parts(header.substring(blank + 1));
        Matcher credential = CREDENTIAL.matcher(parts.getOrDefault("Credential", ""));
        String signed = parts.getOrDefault("SignedHeaders", "");
        String signature = parts.getOrDefault("Signature", "");
        if (!credential.matches() || signed.isEmpty() || signature.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SigningHeader(
                header.substring(0, blank),
                credential.group(1),
                new Scope(credential.group(2), credential.group(3), credential.group(4)),
                List.of(signed.split(";", -1)),
                signature));
    }

    /** The access key id of a header that may be broken otherwise. */
    static Optional<String> keyId(String header) {
        Matcher id = KEY_ID.matcher(header);
        return id.find() ? Optional.of(id.group(1)) : Optional.empty();
    }

    private static Map<String, String> parts(String text) {
        Map<String, String> parts = new HashMap<>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        return parts;
    }

    /** Access keys and signatures stay out of logs. */
    @Override
    public String toString() {
        return "SigningHeader[" + algorithm + ", " + scope + "]";
    }
}
