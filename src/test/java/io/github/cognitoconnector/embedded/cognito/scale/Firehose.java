package io.github.cognitoconnector.embedded.cognito.scale;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

/** Sends one operation very often, many requests at a time. */
final class Firehose implements AutoCloseable {

    private static final int IN_FLIGHT = 256;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;

    Firehose(int port) {
        client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setDefaultHost("127.0.0.1")
                        .setDefaultPort(port)
                        .setPipelining(true)
                        .setPipeliningLimit(64),
                new PoolOptions().setHttp1MaxSize(8));
    }

    /** Every answer has to be a success. */
    void send(String operation, int times, IntFunction<String> body) throws InterruptedException {
        Semaphore free = new Semaphore(IN_FLIGHT);
        AtomicReference<String> failure = new AtomicReference<>("");
        for (int i = 0; i < times && failure.get().isEmpty(); i++) {
            free.acquire();
            post(operation, body.apply(i))
                    .onFailure(error -> failure.set(error.toString()))
                    .onSuccess(wrong -> failure.compareAndSet("", wrong))
                    .onComplete(done -> free.release());
        }
        free.acquire(IN_FLIGHT);
        if (!failure.get().isEmpty()) {
            throw new AssertionError(operation + ": " + failure.get());
        }
    }

    /** The text of an answer that is no success; else nothing. */
    private Future<String> post(String operation, String body) {
        return client.request(HttpMethod.POST, "/")
                .compose(request -> request.putHeader("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
                        .putHeader("Authorization", "any")
                        .send(Buffer.buffer(body)))
                .compose(response -> response.body().map(text -> response.statusCode() == 200 ? "" : text.toString()));
    }

    @Override
    public void close() {
        client.close().toCompletionStage().toCompletableFuture().join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
