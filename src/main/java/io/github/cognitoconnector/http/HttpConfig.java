package io.github.cognitoconnector.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.http.ClientAuth;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** What bounds callers before anybody knows who they are; the framework's own keys bound the rest. */
@ConfigMapping(prefix = "connector.http")
public interface HttpConfig {

    /**
     * Time from the connection, or from the first byte of a further request, until all headers are there, the TLS handshake
     * included; a duration, 1 s to 60 s.
     */
    @WithDefault("10S")
    @DurationMin(seconds = 1)
    @DurationMax(seconds = 60)
    Duration headerTimeout();

    /** Time from the headers on until all of the body is there; a duration, 1 s to 5 min. */
    @WithDefault("30S")
    @DurationMin(seconds = 1)
    @DurationMax(minutes = 5)
    Duration bodyTimeout();

    /** The largest body of an operation that reads it while it arrives, packed and unpacked; 1M to 1G. */
    @WithDefault("100M")
    MemorySize maxUpload();

    /**
     * Time until such a body is read, in the place of {@link #bodyTimeout()}, for which its caller may send nothing while
     * he is waited for; a duration, 1 min to 1 h.
     */
    @WithDefault("10M")
    @DurationMin(minutes = 1)
    @DurationMax(hours = 1)
    Duration uploadTimeout();

    /**
     * Such operations at a time, beside {@link #maxRequests()}; a count, 1 to 1000. Beyond them 503 {@code overloaded}. Each
     * has 320 KiB of its body in memory.
     */
    @WithDefault("20")
    @Min(1) @Max(1000) int maxUploads();

    /** Headers of a request; a count, 10 to 1000. */
    @WithDefault("100")
    @Min(10) @Max(1000) int maxHeaders();

    /**
     * Requests that are worked on at a time; a count, 1 to 100000. Beyond them 503 {@code overloaded}. Health and metrics do
     * not count.
     */
    @WithDefault("500")
    @Min(1) @Max(100_000) int maxRequests();

    /** Memory for all bodies on their way in; 1M to 1G. Beyond it 503 {@code overloaded} for requests with a body. */
    @WithDefault("64M")
    MemorySize maxArriving();

    /**
     * Certificates of callers over TLS: {@code none}, {@code request} (checked if shown), or {@code required}; then
     * {@code quarkus.http.insecure-requests} has to be {@code disabled}.
     *
     * @see <a href="operations.md#tls-and-certificates-of-callers">operations</a>
     */
    @WithDefault("none")
    ClientAuth clientAuth();
}
