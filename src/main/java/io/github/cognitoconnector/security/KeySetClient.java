package io.github.cognitoconnector.security;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches the key sets of issuers: once, in bounded time, of bounded length, and from where it was sent to. */
@ApplicationScoped
class KeySetClient {

    /** A key set of Cognito has less than 1,000 bytes. */
    static final int MAX_LENGTH = 64 * 1024;

    private static final int OK = 200;

    private final Duration deadline;
    private final Counter fetched;
    private final Counter failed;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http;

    KeySetClient(TokensConfig config, MeterRegistry registry) {
        this.deadline = config.keysDeadline();
        this.fetched = counter(registry, "fetched");
        this.failed = counter(registry, "failed");
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(deadline)
                .version(HttpClient.Version.HTTP_1_1)
                .executor(threads)
                .build();
    }

    /**
     * @param issuer a URL that this service made itself
     * @throws UnusableKeysException if the issuer does not answer in time with a key set
     */
    KeySet fetch(String issuer) throws UnusableKeysException, InterruptedException {
        try {
            KeySet keys = ask(issuer);
            fetched.increment();
            return keys;
        } catch (UnusableKeysException e) {
            failed.increment();
            throw e;
        }
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("connector.issuer.keys")
                .description("Attempts of this replica to fetch the keys of issuers")
                .tag("outcome", outcome)
                .register(registry);
    }

    private KeySet ask(String issuer) throws UnusableKeysException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/.well-known/jwks.json"))
                .timeout(deadline)
                .header("Accept", "application/json")
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, head -> new BoundedBody(MAX_LENGTH, head.statusCode() == OK));
        try {
            // The request's own time ends with the head of the answer; a body may take its time, too.
            HttpResponse<byte[]> response = answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != OK) {
                throw new UnusableKeysException("status " + response.statusCode());
            }
            return KeySet.parse(new String(response.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException e) {
            throw new UnusableKeysException("no answer in time", e);
        } catch (ExecutionException e) {
            throw new UnusableKeysException(
                    Objects.requireNonNullElse(e.getCause(), e).getClass().getSimpleName(), e);
        } finally {
            answer.cancel(true);
        }
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
        threads.shutdownNow();
    }
}
