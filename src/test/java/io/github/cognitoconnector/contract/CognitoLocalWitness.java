package io.github.cognitoconnector.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import software.amazon.awssdk.core.exception.SdkClientException;

/** {@code cognito-local} of npm in a process of its own, on a free port, with a fresh folder below {@code target}. */
record CognitoLocalWitness(AtomicReference<Process> process, Home home, CognitoFixture fixture) implements Witness {

    /** Where it keeps its data and listens. */
    record Home(Path folder, int port) {}

    static final String NAME = "cognito-local";
    private static final Path PROGRAM =
            Path.of("src/test/node/node_modules/cognito-local/lib/bin/start.js").toAbsolutePath();

    static CognitoLocalWitness start() {
        try {
            int port = freePort();
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), NAME);
            configure(folder, port);
            CognitoLocalWitness witness = new CognitoLocalWitness(
                    new AtomicReference<>(launch(folder, port)),
                    new Home(folder, port),
                    CognitoFixture.of(URI.create("http://127.0.0.1:" + port)));
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> witness.process.get().destroyForcibly()));
            witness.awaitAnswer();
            return witness;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer() {
        Awaitility.await("answer of " + NAME)
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(SdkClientException.class)
                .until(() -> fixture.sdk().listUserPools(r -> r.maxResults(1)) != null);
    }

    /** A crash is the answer to the case that caused it, not to those behind it; the data are on the disk. */
    @Override
    public void revive() {
        if (process.get().isAlive()) {
            return;
        }
        try {
            process.set(launch(home.folder, home.port));
            awaitAnswer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Its own default lets users sign in by email only, unlike a pool that Cognito creates. */
    private static void configure(Path folder, int port) throws IOException {
        Files.createDirectories(folder.resolve(".cognito"));
        Files.writeString(folder.resolve(".cognito/config.json"), """
                {"UserPoolDefaults": {"UsernameAttributes": []},
                 "TokenConfig": {"IssuerDomain": "http://127.0.0.1:%d"}}
                """.formatted(port));
    }

    private static Process launch(Path folder, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("node", PROGRAM.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output.txt").toFile()));
        builder.environment().put("PORT", String.valueOf(port));
        builder.environment().put("HOST", "127.0.0.1");
        return builder.start();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void close() {
        fixture.sdk().close();
        Process last = process.get();
        last.destroy();
        try {
            if (!last.waitFor(5, TimeUnit.SECONDS)) {
                last.destroyForcibly();
            }
        } catch (InterruptedException e) {
            last.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
