package io.github.cognitoconnector.embedded.cognito.scale;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Sends one operation very often: over some connections, with some requests on the way in each. */
public final class Firehose implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final int PIPELINED = 32;
    private static final String LENGTH = "content-length:";

    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    private final int port;

    public Firehose(int port) {
        this.port = port;
    }

    /** Every answer has to be a success. */
    public void send(String operation, int times, IntFunction<String> body) {
        int share = Math.ceilDiv(times, CONNECTIONS);
        List<CompletableFuture<Void>> shares = IntStream.range(0, CONNECTIONS)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> sendShare(operation, i * share, Math.min(times, (i + 1) * share), body), threads))
                .toList();
        shares.forEach(CompletableFuture::join);
    }

    private void sendShare(String operation, int from, int to, IntFunction<String> body) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            for (int start = from; start < to; start += PIPELINED) {
                int end = Math.min(to, start + PIPELINED);
                for (int i = start; i < end; i++) {
                    out.write(request(operation, body.apply(i)));
                }
                out.flush();
                for (int i = start; i < end; i++) {
                    expectSuccess(operation, in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] request(String operation, String body) {
        return """
                POST / HTTP/1.1\r
                Host: localhost\r
                Authorization: any\r
                Content-Type: application/x-amz-json-1.1\r
                X-Amz-Target: AWSCognitoIdentityProviderService.%s\r
                Content-Length: %d\r
                \r
                %s""".formatted(operation, body.length(), body).getBytes(StandardCharsets.US_ASCII);
    }

    private static void expectSuccess(String operation, InputStream in) throws IOException {
        String status = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new AssertionError(operation + ": " + status + " " + body);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int character = in.read(); character != '\n'; character = in.read()) {
            if (character < 0) {
                throw new IOException("The server closed the connection.");
            }
            if (character != '\r') {
                line.append((char) character);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
