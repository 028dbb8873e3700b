package io.github.cognitoconnector.http;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A body that is read while it arrives, by one thread that may wait. The caller is asked for it by the first read, and is held
 * back while the reader is slower than he is. Whatever is wrong with it is a {@link ProblemException} of the next read.
 */
final class ArrivingUpload extends InputStream {

    /** Bytes that wait for the reader; what the connection has read already comes on top, which is 64 KiB at most. */
    static final int WAITING = 256 * 1024;

    private static final String GONE = "The connection ended before the body.";

    private final HttpServerRequest request;
    private final Context eventLoop;
    private final UploadBounds bounds;
    private final WaitingParts parts;
    private final long begin = System.nanoTime();
    private boolean begun;
    private @Nullable Buffer current;
    private int position;
    private long arrived;

    /** @param eventLoop the request's own context */
    ArrivingUpload(HttpServerRequest request, Context eventLoop, UploadBounds bounds) {
        this.request = request;
        this.eventLoop = eventLoop;
        this.bounds = bounds;
        this.parts = new WaitingParts(WAITING, () -> eventLoop.runOnContext(v -> request.resume()));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (current == null || position == current.length()) {
            current = next();
            position = 0;
        }
        if (current == null) {
            return -1;
        }
        int count = Math.min(length, current.length() - position);
        current.getBytes(position, position + count, bytes, offset);
        position += count;
        return count;
    }

    private @Nullable Buffer next() throws IOException {
        if (!begun) {
            begun = true;
            eventLoop.runOnContext(v -> ask());
        }
        long left = bounds.time().toNanos() - (System.nanoTime() - begin);
        long silence = bounds.silence().toNanos();
        if (left <= 0) {
            throw late();
        }
        try {
            return parts.take(Math.min(left, silence));
        } catch (TimeoutException e) {
            throw left < silence ? late() : silent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private ProblemException late() {
        return fail("The body did not arrive in " + bounds.time().toSeconds() + " s.");
    }

    private ProblemException silent() {
        return fail("Nothing of the body arrived for " + bounds.silence().toSeconds() + " s.");
    }

    private ProblemException fail(String detail) {
        ProblemException problem = ProblemException.of(ProblemType.INVALID_REQUEST, detail);
        parts.fail(problem);
        return problem;
    }

    private void ask() {
        if (request.isEnded()) {
            parts.end();
            return;
        }
        if (request.response().closed()) {
            fail(GONE);
            return;
        }
        request.handler(this::add);
        request.endHandler(end -> parts.end());
        request.exceptionHandler(e -> fail(GONE));
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        request.resume();
    }

    private void add(Buffer part) {
        arrived += part.length();
        if (arrived > bounds.bytes()) {
            parts.fail(ArrivingBody.tooLarge(bounds.bytes()));
            request.pause();
        } else if (!parts.add(part)) {
            request.pause();
        }
    }
}
