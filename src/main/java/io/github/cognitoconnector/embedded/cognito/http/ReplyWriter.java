package io.github.cognitoconnector.embedded.cognito.http;

import io.netty.channel.ChannelOption;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import org.jboss.logging.Logger;

/** Carries a reply out on the socket, the broken ones too. Runs on the event loop of the connection. */
final class ReplyWriter {

    private static final Logger LOG = Logger.getLogger(ReplyWriter.class);

    private ReplyWriter() {}

    static Future<Void> write(HttpServerRequest request, Reply reply) {
        return switch (reply) {
            case Answer answer -> send(request, answer);
            case Reply.Truncated(Answer answer) -> truncate(request, answer);
            case Reply.Reset() -> reset(request);
            case Reply.BlackHole() -> Future.succeededFuture();
        };
    }

    private static Future<Void> send(HttpServerRequest request, Answer answer) {
        return head(request, answer).end(answer.body());
    }

    private static Future<Void> truncate(HttpServerRequest request, Answer answer) {
        Buffer body = Buffer.buffer(answer.body());
        return head(request, answer)
                .putHeader("content-length", String.valueOf(body.length() + 1))
                .write(body.slice(0, body.length() / 2))
                .eventually(() -> request.connection().close());
    }

    /** A close with a linger time of zero makes the kernel send RST instead of FIN. */
    private static Future<Void> reset(HttpServerRequest request) {
        if (request.connection() instanceof ConnectionBase connection) {
            var channel = connection.channelHandlerContext().channel();
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close().addListener(closed -> LOG.debug("Reset a connection"));
        }
        return Future.succeededFuture();
    }

    private static HttpServerResponse head(HttpServerRequest request, Answer answer) {
        HttpServerResponse response = request.response().setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        return response;
    }

    static Answer tooLarge(int maxBytes) {
        return Answer.json(
                        413,
                        "{\"__type\":\"RequestEntityTooLargeException\",\"message\":\"The body is larger than "
                                + maxBytes + " bytes.\"}")
                .with("x-amzn-ErrorType", "RequestEntityTooLargeException")
                .with("connection", "close");
    }

    static Answer broken() {
        return Answer.json(500, "{\"message\":\"The embedded Cognito has a fault; see its log.\"}");
    }

    static Answer stopping() {
        return Answer.json(503, "{\"message\":\"The embedded Cognito is stopping.\"}")
                .with("connection", "close");
    }
}
