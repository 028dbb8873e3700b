package io.github.cognitoconnector.ops;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps what callers make up out of the tags of requests: methods that HTTP does not know, and the paths of OPTIONS, which
 * the framework answers with success before it has found an operation and its template.
 */
@Singleton
public class RequestTags implements MeterFilter {

    private static final String REQUESTS = "http.server.requests";
    private static final String METHOD = "method";
    private static final String UNKNOWN = "UNKNOWN";
    private static final String OPTIONS = "OPTIONS";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", OPTIONS);

    @Override
    public Meter.Id map(Meter.Id id) {
        String method = id.getTag(METHOD);
        if (method == null || !id.getName().startsWith(REQUESTS)) {
            return id;
        }
        Meter.Id bounded = METHODS.contains(method) ? id : id.withTag(Tag.of(METHOD, UNKNOWN));
        return method.equals(OPTIONS) ? bounded.withTag(Tag.of("uri", UNKNOWN)) : bounded;
    }
}
