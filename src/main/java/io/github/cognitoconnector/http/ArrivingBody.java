package io.github.cognitoconnector.http;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * A body on its way in. It is gathered on the event loop, so that slow callers hold no thread, and refused at the first byte
 * too many. What comes in behind that is not kept.
 */
final class ArrivingBody {

    /** The largest body of a request, in bytes, compressed or not. */
    static final int MAX = 1024 * 1024;

    private final HttpServerRequest request;
    private final Slots memory;
    private final UniEmitter<? super byte[]> receiver;
    private final Buffer gathered = Buffer.buffer();
    private boolean over;

    private ArrivingBody(HttpServerRequest request, Slots memory, UniEmitter<? super byte[]> receiver) {
        this.request = request;
        this.memory = memory;
        this.receiver = receiver;
    }

    /**
     * The whole body.
     *
     * @param eventLoop the request's own context
     * @param memory bytes for all bodies that are on their way in
     * @return fails with a {@link ProblemException}
     */
    static Uni<byte[]> of(HttpServerRequest request, Context eventLoop, Slots memory) {
        return Uni.createFrom()
                .emitter(receiver -> eventLoop.runOnContext(v -> new ArrivingBody(request, memory, receiver).begin()));
    }

    static ProblemException tooLarge(long max) {
        return ProblemException.of(ProblemType.CONTENT_TOO_LARGE, "A body has at most " + max + " bytes.");
    }

    /** Refuses a body that is too large by its own account. */
    static void checkLength(HttpServerRequest request, long max) {
        if (length(request) > max) {
            throw tooLarge(max);
        }
    }

    /** What the request says; 0 if it says nothing. */
    static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private void begin() {
        if (request.isEnded()) {
            receiver.complete(new byte[0]);
            return;
        }
        request.handler(this::add);
        request.endHandler(end -> finish());
        request.exceptionHandler(gone -> refuse(
                ProblemException.of(ProblemType.INVALID_REQUEST, "The connection ended before the body.", gone)));
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        request.resume();
    }

    private void add(Buffer part) {
        if (over) {
            return;
        }
        if (gathered.length() + part.length() > MAX) {
            refuse(tooLarge(MAX));
        } else if (!memory.take(part.length())) {
            refuse(ProblemException.of(
                    ProblemType.OVERLOADED, "Too many bodies are on their way in. Try again in a moment."));
        } else {
            gathered.appendBuffer(part);
        }
    }

    private void finish() {
        if (!over) {
            leave();
            receiver.complete(gathered.getBytes());
        }
    }

    private void refuse(ProblemException refusal) {
        if (!over) {
            leave();
            receiver.fail(refusal);
        }
    }

    private void leave() {
        over = true;
        memory.give(gathered.length());
    }
}
