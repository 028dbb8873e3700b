package io.github.cognitoconnector.http;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Unpacks what is not larger than it may be, and nothing of what is. */
final class Gzip {

    static final String BROKEN = "The body is not what gzip makes.";

    private Gzip() {}

    /** @throws ProblemException {@code CONTENT_TOO_LARGE}, or {@code INVALID_REQUEST} for what is no gzip or ends too early */
    static byte[] unpack(byte[] packed, int max) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] plain = in.readNBytes(max);
            if (in.read() >= 0) {
                throw ArrivingBody.tooLarge(max);
            }
            return plain;
        } catch (IOException e) {
            throw ProblemException.of(ProblemType.INVALID_REQUEST, BROKEN, e);
        }
    }
}
