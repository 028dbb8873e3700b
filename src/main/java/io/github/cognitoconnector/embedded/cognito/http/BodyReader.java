package io.github.cognitoconnector.embedded.cognito.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Collects a body on the event loop and stops when it grows over the limit. */
final class BodyReader {

    private final HttpServerRequest request;
    private final Intake intake;
    private final Buffer body = Buffer.buffer();
    private long read;
    private boolean refused;

    BodyReader(HttpServerRequest request, Intake intake) {
        this.request = request;
        this.intake = intake;
    }

    void read(Consumer<Body> whole, Runnable tooLarge) {
        request.handler(chunk -> take(chunk, tooLarge));
        request.endHandler(end -> {
            if (!refused) {
                whole.accept(new Body(body.getBytes()));
            }
        });
    }

    private void take(Buffer chunk, Runnable tooLarge) {
        if (refused) {
            return;
        }
        read += chunk.length();
        if (read > intake.maxBytes()) {
            refused = true;
            tooLarge.run();
        } else if (intake.kept()) {
            body.appendBuffer(chunk);
        }
    }
}
