package io.github.cognitoconnector.aws;

import io.opentelemetry.context.Context;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.utils.ThreadFactoryBuilder;

/**
 * What all SDK clients share, so that ten thousand apps need no more threads and connections than ten. The services that
 * make sessions have connections of their own: while they hang, calls with sessions that still hold go on.
 */
@ApplicationScoped
public class AwsTransport {

    /** Timers only interrupt what takes too long. */
    private static final int TIMER_THREADS = 2;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final AwsConfig config;
    private final Map<String, SdkHttpClient> http = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timers = Executors.newScheduledThreadPool(
            TIMER_THREADS,
            new ThreadFactoryBuilder()
                    .daemonThreads(true)
                    .threadNamePrefix("aws-timer")
                    .build());
    private final ExecutorService workers = Context.taskWrapping(Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("aws-session-", 0).factory()));

    public AwsTransport(AwsConfig config) {
        this.config = config;
    }

    private SdkHttpClient connections() {
        return ApacheHttpClient.builder()
                .maxConnections(config.maxConnections())
                .connectionTimeout(CONNECT_TIMEOUT)
                .connectionAcquisitionTimeout(config.deadline())
                .socketTimeout(config.deadline())
                .build();
    }

    /** Time to get a session, with all repeats. */
    public Duration deadline() {
        return config.deadline();
    }

    /** For STS and IAM Roles Anywhere of a region: one that hangs takes no connections from the others. */
    public SdkHttpClient http(String region) {
        return http.computeIfAbsent(region, r -> connections());
    }

    /** Ends calls at their deadline, for every SDK client. */
    public ScheduledExecutorService timers() {
        return timers;
    }

    /** Gets sessions in the background, on virtual threads, in the traces of whoever asks for them first. */
    public ExecutorService workers() {
        return workers;
    }

    @PreDestroy
    public void close() {
        workers.shutdownNow();
        timers.shutdownNow();
        http.values().forEach(SdkHttpClient::close);
    }
}
