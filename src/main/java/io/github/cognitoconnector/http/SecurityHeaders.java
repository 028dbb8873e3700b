package io.github.cognitoconnector.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** The headers that tell browsers to make nothing of an answer that it is not. Nothing says which server this is. */
class SecurityHeaders {

    static final String MARK = "X-Content-Type-Options";

    private static final String POLICY = "Content-Security-Policy";
    private static final String CACHE = "Cache-Control";

    /** Of an answer whose request nobody could read. */
    static final Map<String, String> STRICT = Map.of(
            MARK,
            "nosniff",
            POLICY,
            "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "no-referrer",
            CACHE,
            "no-store");

    /** The page starts itself by a script of its own, shows a logo from data and asks this service alone. */
    private static final String SWAGGER_POLICY = "default-src 'none'; script-src 'self' 'unsafe-inline';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String A_YEAR = "max-age=31536000; includeSubDomains";

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::add, FilterOrder.SECURITY_HEADERS);
    }

    private static void add(RoutingContext request) {
        MultiMap headers = request.response().headers();
        STRICT.forEach(headers::set);
        String path = request.normalizedPath();
        if (path.startsWith("/q/swagger-ui")) {
            headers.set(POLICY, SWAGGER_POLICY);
        }
        if (!path.startsWith("/v1/")) {
            headers.remove(CACHE);
        }
        if (request.request().isSSL()) {
            headers.set("Strict-Transport-Security", A_YEAR);
        }
        request.next();
    }
}
