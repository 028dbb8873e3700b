package io.github.cognitoconnector.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.cognitoconnector.x509.SignatureCheck;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An IAM Roles Anywhere on a real socket, which verifies every signature and then answers what it was told to. */
final class SessionServer implements AutoCloseable {

    /** How one request is answered. */
    interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    /** What arrived. */
    record Arrived(String line, Map<String, String> headers, String body, boolean verified) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** @param replies in their order; the last one answers all further requests */
    SessionServer(Reply... replies) throws IOException {
        this.replies.addAll(Arrays.asList(replies));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Arrived> arrived() {
        return arrived;
    }

    static Reply answer(int status, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        };
    }

    /** Ends the connection without an answer. */
    static Reply closes() {
        return HttpExchange::close;
    }

    /** Sends for as long as somebody reads, and never comes to an end. */
    static Reply endless(int status) {
        return exchange -> {
            exchange.sendResponseHeaders(status, 0);
            byte[] bytes = "{\"a\": ".repeat(1000).getBytes(UTF_8);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(bytes);
                }
            }
        };
    }

    /** Never answers. */
    Reply hangs() {
        return exchange -> await();
    }

    /** Begins an answer, and never goes on. */
    Reply hangsAmidst() {
        return exchange -> {
            exchange.sendResponseHeaders(201, 0);
            OutputStream out = exchange.getResponseBody();
            out.write("{".getBytes(UTF_8));
            out.flush();
            await();
        };
    }

    void then(Reply reply) {
        synchronized (replies) {
            replies.add(reply);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.close();
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        String path = exchange.getRequestURI().toString();
        arrived.add(new Arrived(
                exchange.getRequestMethod() + " " + path,
                headers,
                new String(body, UTF_8),
                SignatureCheck.verifies(exchange.getRequestMethod(), path, headers, body)));
        next().to(exchange);
    }

    private Reply next() {
        synchronized (replies) {
            return replies.size() > 1 ? replies.remove() : replies.element();
        }
    }
}
