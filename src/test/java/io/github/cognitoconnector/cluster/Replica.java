package io.github.cognitoconnector.cluster;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.testing.Artifact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A process of the production artifact. */
final class Replica implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path JDK = Path.of(System.getProperty("java.home"), "bin");

    /** It is up sooner, and slower when it has been up for long. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final int port = Ports.free();
    private final int management = Ports.free();
    private final Path output;
    private final Process process;
    private final String token;

    private Replica(UnaryOperator<List<String>> command, List<String> options, String token) throws IOException {
        this.token = token;
        this.output = Files.createTempFile(Path.of("target"), "replica-", ".log");
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-Dquarkus.http.port=" + port, "-Dquarkus.management.port=" + management));
        ProcessBuilder builder =
                new ProcessBuilder(command.apply(all)).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("QUARKUS_") || key.startsWith("CONNECTOR_"));
        this.process = builder.start();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(process::destroyForcibly)); // it does not outlive broken-off tests
    }

    /**
     * What it says is in a file in {@code target}.
     *
     * @param command the command line that starts it with such options
     */
    static Replica launch(UnaryOperator<List<String>> command, List<String> options, String token) {
        try {
            return new Replica(command, options, token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it was packaged. */
    static List<String> artifact(List<String> options) {
        return Artifact.command(Scale.isFull() ? List.of() : QUICK_START, options, List.of());
    }

    /** Blocks until it is ready. */
    Replica awaitReady() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(this::isUp);
        return this;
    }

    /** Whether it would not be started anew. */
    boolean isLive() {
        return answersWell("/q/health/live");
    }

    private boolean isUp() {
        if (!process.isAlive()) {
            throw new AssertionError("It has ended: " + output());
        }
        return isReady();
    }

    /** Whether requests may be sent to it. */
    boolean isReady() {
        return answersWell("/q/health/ready");
    }

    private boolean answersWell(String path) {
        try {
            return Http.status(Http.to(management(path))) == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** With SIGTERM: it ends by itself. */
    void terminate() {
        process.destroy();
    }

    /** Waits until it has ended; false if it goes on. */
    boolean hasEnded(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** With SIGKILL: it gets to do nothing more. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** It does nothing, and does not know it, until it is thawed. */
    void freeze() {
        run("kill", "-STOP", pid());
    }

    void thaw() {
        run("kill", "-CONT", pid());
    }

    /** The sum of a counter over its tags; 0 if it was never counted. */
    double metric(String name) {
        return Http.text(Http.to(management("/q/metrics")), 200)
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Bytes of all objects that are reachable now. */
    long liveHeap() {
        String histogram = run(JDK.resolve("jcmd").toString(), pid(), "GC.class_histogram");
        String total = histogram
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(total.strip().split("\\s+", -1)[2]);
    }

    JsonNode json(String method, String path, String body, int status) {
        return Http.json(with(Http.json(method, url(path), body)), status);
    }

    /** The status of an answer, whatever it is. */
    int status(String method, String path, String bearer, String body) {
        return Http.status(Http.json(method, url(path), body).header("authorization", "Bearer " + bearer));
    }

    /** The same with the token of the platform. */
    int status(String method, String path, String body) {
        return status(method, path, token, body);
    }

    void remove(String path) {
        Http.text(with(Http.to(url(path)).DELETE()).header("if-match", "*"), 204);
    }

    String token() {
        return token;
    }

    int managementPort() {
        return management;
    }

    JsonNode get(String path) {
        return Http.json(with(Http.to(url(path))), 200);
    }

    JsonNode post(String path, String mediaType, BodyPublisher body, int status) {
        return Http.json(with(Http.post(url(path), mediaType, body)), status);
    }

    /** Whatever it answers. */
    HttpResponse<String> ask(String method, String path, String body) {
        return Http.send(with(Http.json(method, url(path), body)), BodyHandlers.ofString());
    }

    /** The status of a request as it is made. */
    int ask(String path, UnaryOperator<HttpRequest.Builder> request) {
        return Http.status(with(request.apply(Http.to(url(path)))));
    }

    int askManagement(String path) {
        return Http.status(Http.to(management(path)));
    }

    /** Bytes, as the kernel counts them: {@code RssAnon} is what it has of its own, which cannot be read again from files. */
    long memory(String line) {
        return 1024 * Long.parseLong(status(line).replaceAll("\\D", ""));
    }

    /** A line of what the kernel says of the process. */
    String status(String line) {
        return proc("status")
                .filter(each -> each.startsWith(line + ":"))
                .findFirst()
                .map(each -> each.substring(line.length() + 1).strip())
                .orElseThrow();
    }

    /** Whether it has a file in its memory. */
    boolean hasMapped(String file) {
        return proc("maps").anyMatch(each -> each.endsWith(file));
    }

    /** How a file system is mounted for it. */
    List<String> mountOptions(String place) {
        return proc("mounts")
                .map(each -> each.split(" ", -1))
                .filter(words -> words[1].equals(place))
                .reduce((former, latter) -> latter)
                .map(words -> List.of(words[3].split(",", -1)))
                .orElseThrow();
    }

    private Stream<String> proc(String name) {
        try {
            return Files.readAllLines(Path.of("/proc", pid(), name)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A body that is read as it comes. */
    HttpResponse<InputStream> stream(String path) {
        return Http.send(with(Http.to(url(path))), BodyHandlers.ofInputStream());
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder with(HttpRequest.Builder request) {
        return request.header("authorization", "Bearer " + token);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private String management(String path) {
        return "http://localhost:" + management + path;
    }

    private String pid() {
        return String.valueOf(process.pid());
    }

    private static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
