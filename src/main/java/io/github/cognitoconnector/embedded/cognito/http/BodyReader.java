package io.github.cognitoconnector.embedded.cognito.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Collects a body on the event loop and stops when it grows over the limit. */
final class BodyReader {

    static final int MAX_BYTES = 1 << 20;

    private final HttpServerRequest request;
    private final Buffer body = Buffer.buffer();
    private boolean refused;

    BodyReader(HttpServerRequest request) {
        this.request = request;
    }

    void read(Consumer<Buffer> whole, Runnable tooLarge) {
        request.handler(chunk -> take(chunk, tooLarge));
        request.endHandler(end -> {
            if (!refused) {
                whole.accept(body);
            }
        });
    }

    private void take(Buffer chunk, Runnable tooLarge) {
        if (refused) {
            return;
        }
        if (body.length() + chunk.length() > MAX_BYTES) {
            refused = true;
            tooLarge.run();
        } else {
            body.appendBuffer(chunk);
        }
    }
}
