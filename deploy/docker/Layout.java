import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the image of the JVM holds: {@code java deploy/docker/Layout.java [artifact] [folder]} puts together
 *
 * <pre>
 * jre/          of the JDK that runs this, the modules that the application needs
 * app/          the artifact, and app.aot, the cache of classes and profiles that the JVM starts from
 * jvm.options   how the JVM is started
 * </pre>
 *
 * The cache is trained by a start of that artifact on that JVM, without a database: it waits for one, and answers. A cache is
 * good for the very JVM and the very files that it was trained with, which is why they come together; with others the JVM
 * starts without it.
 */
public final class Layout {

    /** Those of Java SE, and what the framework, TLS, DNS, the heap's figures and their tools need beyond. */
    private static final String MODULES = "java.se,jdk.unsupported,jdk.crypto.ec,jdk.crypto.cryptoki,jdk.zipfs,"
            + "jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,jdk.jfr,jdk.jcmd,jdk.localedata";

    private static final List<String> ASKED = List.of("/v1/me", "/v1/apps", "/q/openapi", "/q/swagger-ui/");
    private static final List<String> ASKED_OF_MANAGEMENT = List.of("/q/health", "/q/metrics");
    /** Of the containers that it is made for; objects in the cache are laid out for heaps of about this size. */
    private static final String MEMORY = "512m";

    private static final int ROUNDS = 30;
    private static final int PATIENCE_SECONDS = 180;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path artifact;
    private final Path jre;
    private final Path app;
    private final Path options;

    private Layout(Path artifact, Path folder) {
        this.artifact = artifact.toAbsolutePath();
        this.jre = folder.toAbsolutePath().resolve("jre");
        this.app = folder.toAbsolutePath().resolve("app");
        this.options = folder.toAbsolutePath().resolve("jvm.options");
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        Path artifact = Path.of(arguments.length > 0 ? arguments[0] : "target/quarkus-app");
        Path folder = Path.of(arguments.length > 1 ? arguments[1] : "target/image");
        new Layout(artifact, folder).make();
    }

    private void make() throws IOException, InterruptedException {
        delete(options.getParent());
        Files.createDirectories(options.getParent());
        Files.copy(Path.of("deploy/docker/jvm.options"), options);
        copy();
        run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                "--add-modules",
                MODULES,
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--generate-cds-archive",
                "--output",
                jre.toString()));
        train();
    }

    /** With its times, which the cache is compared with. */
    private void copy() throws IOException {
        try (Stream<Path> files = Files.walk(artifact)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        app.resolve(artifact.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private void train() throws IOException, InterruptedException {
        int port = freePort();
        int management = freePort();
        Process service = new ProcessBuilder(List.of(
                        jre.resolve("bin").resolve("java").toString(),
                        "@" + options,
                        "-XX:MaxRAM=" + MEMORY,
                        "-XX:AOTCacheOutput=app.aot",
                        "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:1/none",
                        "-Dconnector.platform.user-pool-id=us-east-1_training",
                        "-Dconnector.platform.client-ids=training",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.port=" + management,
                        "-Dquarkus.shutdown.delay=0S",
                        "-jar",
                        "quarkus-run.jar"))
                .directory(app.toFile())
                .inheritIO()
                .start();
        awaitLive(service, management);
        for (int i = 0; i < ROUNDS; i++) {
            for (String path : ASKED) {
                ask(port, path);
            }
            for (String path : ASKED_OF_MANAGEMENT) {
                ask(management, path);
            }
        }
        service.destroy();
        if (!service.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || !Files.isRegularFile(app.resolve("app.aot"))) {
            service.destroyForcibly();
            throw new IllegalStateException("The training made no cache");
        }
    }

    private void awaitLive(Process service, int management) throws InterruptedException {
        for (int tries = 0; tries < 10 * PATIENCE_SECONDS; tries++) {
            if (service.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The training ended with code " + service.exitValue());
            }
            if (ask(management, "/q/health/live") == 200) {
                return;
            }
        }
        service.destroyForcibly();
        throw new IllegalStateException("The training did not start in time");
    }

    /** The status; 0 if nobody answers. */
    private int ask(int port, String path) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(new ArrayList<>(command)).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(command.getFirst() + " ended with code " + code);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
