package io.github.cognitoconnector.security;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer that publishes keys, or whatever a test has it publish instead, and counts who asks. */
final class KeyServer implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger fetches = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Answer answer = exchange -> send(exchange, 404, "");

    /** What is answered to a request for the keys. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private KeyServer(HttpServer server) {
        this.server = server;
    }

    static KeyServer start() throws IOException {
        KeyServer keys =
                new KeyServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        keys.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        keys.server.createContext("/pool/.well-known/jwks.json", exchange -> {
            try (exchange) {
                keys.fetches.incrementAndGet();
                keys.answer.to(exchange);
            }
        });
        keys.server.start();
        return keys;
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/pool";
    }

    int fetches() {
        return fetches.get();
    }

    void publish(String keyId, KeyPair key) {
        String set = KeySetTest.set(
                KeySetTest.rsa(keyId, ((RSAPublicKey) key.getPublic()).getModulus(), BigInteger.valueOf(65537), ""));
        answer(200, set);
    }

    void answer(int status, String body) {
        answer = exchange -> send(exchange, status, body);
    }

    void redirect(String location) {
        answer = exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            send(exchange, 302, "");
        };
    }

    void sayNothing() {
        answer = exchange -> waitUntilClosed();
    }

    /** The head and half of the body, and then nothing. */
    void stopInMidBody(String body) {
        answer = exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
            exchange.getResponseBody().flush();
            waitUntilClosed();
        };
    }

    /** A body that never ends. */
    void sendWithoutEnd() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] spaces = " ".repeat(8192).getBytes(StandardCharsets.US_ASCII);
            while (closing.getCount() > 0) {
                exchange.getResponseBody().write(spaces);
            }
        };
    }

    private void waitUntilClosed() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
