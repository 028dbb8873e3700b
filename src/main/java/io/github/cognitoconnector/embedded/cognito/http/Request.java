package io.github.cognitoconnector.embedded.cognito.http;

import java.util.Map;
import java.util.Optional;

/**
 * One complete HTTP request.
 *
 * @param path without the query, as sent
 * @param headers by lower-case name
 */
public record Request(String method, String path, Map<String, String> headers, String body) {

    /** The first header of this lower-case name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public boolean is(String expectedMethod, String expectedPath) {
        return method.equals(expectedMethod) && path.equals(expectedPath);
    }
}
