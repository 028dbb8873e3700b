package io.github.cognitoconnector.embedded.cognito.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.BindException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** An HTTP server on loopback whose requests are answered on virtual threads. */
public final class HttpDoor implements AutoCloseable {

    public static final String HOST = "127.0.0.1";

    private static final Logger LOG = Logger.getLogger(HttpDoor.class);
    private static final int GRACE_SECONDS = 5;

    /** Room for a chain of certificates in a header. */
    private static final int MAX_HEADER_BYTES = 1 << 15;

    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(2)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1)
            .setFileSystemOptions(
                    new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    private final HttpServer server = vertx.createHttpServer(new HttpServerOptions()
            .setHost(HOST)
            .setHttp2ClearTextEnabled(false)
            .setMaxHeaderSize(MAX_HEADER_BYTES)
            .setHandle100ContinueAutomatically(true)
            .setCompressionSupported(false));
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("embedded-cognito-", 0).factory());

    /**
     * Starts to listen.
     *
     * @param port 0 for any free one
     * @param portKey the configuration key to name when the port is taken
     * @throws IllegalStateException if the port is taken
     */
    public void listen(int port, String portKey, Responder application) {
        server.requestHandler(request -> receive(request, application));
        try {
            server.listen(port).toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof BindException) {
                throw new IllegalStateException(
                        "Port %d of the embedded Cognito is taken. Stop what listens there, or set %s to another port."
                                .formatted(port, portKey),
                        e.getCause());
            }
            throw e;
        }
    }

    /** The port bound by {@link #listen}. */
    public int port() {
        return server.actualPort();
    }

    private void receive(HttpServerRequest request, Responder application) {
        Context context = vertx.getOrCreateContext();
        Request head = head(request);
        Intake intake = application.intake(head);
        new BodyReader(request, intake)
                .read(
                        body -> dispatch(context, request, () -> reply(head.with(body), application)),
                        () -> write(context, request, ReplyWriter.tooLarge(intake.maxBytes()), () -> {}));
    }

    private void dispatch(Context context, HttpServerRequest request, Supplier<Reply> reply) {
        try {
            workers.execute(() -> writeAndWait(context, request, reply.get()));
        } catch (RejectedExecutionException e) {
            LOG.debug("A request came while stopping", e);
            write(context, request, ReplyWriter.stopping(), () -> {});
        }
    }

    private static Reply reply(Request request, Responder application) {
        try {
            return application.reply(request);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(e, "%s %s failed", request.method(), request.path());
            return ReplyWriter.broken();
        }
    }

    private static Request head(HttpServerRequest request) {
        String path = Objects.requireNonNullElse(request.path(), "");
        String query = Objects.requireNonNullElse(request.query(), "");
        return new Request(request.method().name(), path, query, headers(request), Body.NONE);
    }

    private static void write(Context context, HttpServerRequest request, Reply reply, Runnable written) {
        context.runOnContext(run -> {
            try {
                ReplyWriter.write(request, reply).onComplete(done -> written.run());
            } catch (IllegalStateException e) {
                LOG.debug("The client left before the answer", e);
                written.run();
            }
        });
    }

    /** The worker ends only when its answer is on the socket, so that {@link #close} can wait for workers alone. */
    private static void writeAndWait(Context context, HttpServerRequest request, Reply reply) {
        CompletableFuture<Boolean> written = new CompletableFuture<>();
        write(context, request, reply, () -> written.complete(true));
        written.completeOnTimeout(false, GRACE_SECONDS, TimeUnit.SECONDS).join();
    }

    private static Map<String, String> headers(HttpServerRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return headers;
    }

    /** Requests under way get up to five seconds; later ones are refused with 503. */
    @Override
    public void close() {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
