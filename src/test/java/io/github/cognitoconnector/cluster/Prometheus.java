package io.github.cognitoconnector.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.observability.DeployedQueries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A Prometheus of the machine's own that scrapes replicas every second and looks at the deployed alerts. What they wait for is
 * shortened, and nothing else: rates are of ten seconds, alerts fire after one, and an hour is twelve seconds.
 */
final class Prometheus implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String FIRING = "firing";

    private final int port = Ports.free();
    private final Path output;
    private final Process process;

    private Prometheus(Path folder, List<Replica> replicas) throws IOException {
        Path rules =
                Files.writeString(folder.resolve("alerts.yaml"), shortened(Files.readString(DeployedQueries.ALERTS)));
        Path config = Files.writeString(folder.resolve("prometheus.yaml"), config(rules, replicas));
        check(rules);
        output = folder.resolve("output");
        process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** What it says is in a file in {@code target}. */
    static Prometheus start(List<Replica> replicas) {
        try {
            Path folder =
                    Files.createTempDirectory(Path.of("target"), "prometheus-").toAbsolutePath();
            Prometheus prometheus = new Prometheus(folder, replicas);
            await().atMost(PATIENCE).until(prometheus::isReady);
            return prometheus;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shortened(String rules) {
        return rules.replaceAll("\\[\\d+m]", "[10s]")
                .replaceAll("for: \\d+m", "for: 1s")
                .replace("> 3600", "> 12");
    }

    private static String config(Path rules, List<Replica> replicas) {
        String targets = replicas.stream()
                .map(replica -> "'127.0.0.1:" + replica.managementPort() + "'")
                .collect(Collectors.joining(", "));
        return """
                global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
                rule_files: ['%s']
                scrape_configs:
                  - job_name: cognito-connector
                    metrics_path: /q/metrics
                    static_configs: [{targets: [%s]}]
                """.formatted(rules, targets);
    }

    /** The deployed file itself and the shortened one. */
    private static void check(Path rules) throws IOException {
        Process promtool = new ProcessBuilder(
                        "promtool", "check", "rules", DeployedQueries.ALERTS.toString(), rules.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(promtool.waitFor()).as(said).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isReady() throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError("It has ended: " + Files.readString(output));
        }
        try {
            return Http.status(Http.to(url("/-/ready"))) == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** The alerts that fire now. */
    Set<String> firing() {
        Set<String> names = new TreeSet<>();
        Http.json(Http.to(url("/api/v1/alerts")), 200)
                .path("data")
                .path("alerts")
                .forEach(alert -> {
                    if (alert.path("state").asText().equals(FIRING)) {
                        names.add(alert.path("labels").path("alertname").asText());
                    }
                });
        return names;
    }

    /** What a query finds; fails if it is none. */
    JsonNode query(String expression) {
        return Http.json(
                        Http.to(url("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))),
                        200)
                .path("data")
                .path("result");
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
