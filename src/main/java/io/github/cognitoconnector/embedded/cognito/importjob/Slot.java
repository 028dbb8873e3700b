package io.github.cognitoconnector.embedded.cognito.importjob;

import io.github.cognitoconnector.embedded.cognito.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * Where the file of a job is put: what {@code PreSignedUrl} has behind the host. It looks like a pre-signed URL of
 * Amazon S3, so that who mangles the query is told so here; the signature is random instead of computed.
 */
record Slot(String path, String query, Instant openedAt) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    static Slot open(String poolId, String jobId, Instant now) {
        byte[] signature = new byte[32];
        RANDOM.nextBytes(signature);
        String query = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=" + DATE.format(now)
                + "&X-Amz-SignedHeaders=host%3Bx-amz-server-side-encryption&X-Amz-Expires=" + LIFE.toSeconds()
                + "&X-Amz-Signature=" + HexFormat.of().formatHex(signature);
        return new Slot(UploadEndpoint.PREFIX + poolId + "/" + jobId, query, now);
    }

    /** Whether the request has what was signed; AWS signs the header for the encryption, too. */
    boolean isSigned(Request request) {
        return MessageDigest.isEqual(bytes(query), bytes(request.query()))
                && request.header("x-amz-server-side-encryption")
                        .filter("aws:kms"::equals)
                        .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    boolean isOpen(Instant now) {
        return now.isBefore(openedAt.plus(LIFE));
    }

    /** Whoever has the query can upload. */
    @Override
    public String toString() {
        return "Slot[" + path + "]";
    }
}
