package io.github.cognitoconnector.embedded.cognito.http;

import java.util.Map;
import java.util.Optional;

/**
 * One complete HTTP request.
 *
 * @param path without the query, as sent
 * @param query as sent; empty if there is none
 * @param headers by lower-case name
 */
public record Request(String method, String path, String query, Map<String, String> headers, Body content) {

    /** A request without a query. */
    public Request(String method, String path, Map<String, String> headers, String body) {
        this(method, path, "", headers, Body.of(body));
    }

    Request with(Body newContent) {
        return new Request(method, path, query, headers, newContent);
    }

    public String body() {
        return content.text();
    }

    /** The first header of this lower-case name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public boolean is(String expectedMethod, String expectedPath) {
        return method.equals(expectedMethod) && path.equals(expectedPath);
    }
}
