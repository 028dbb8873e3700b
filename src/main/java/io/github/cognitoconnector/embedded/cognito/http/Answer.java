package io.github.cognitoconnector.embedded.cognito.http;

import java.util.HashMap;
import java.util.Map;

/** A well-formed HTTP answer. */
public record Answer(int status, Map<String, String> headers, String body) implements Reply {

    private static final String CONTENT_TYPE = "content-type";

    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of(CONTENT_TYPE, contentType), body);
    }

    public static Answer json(int status, String body) {
        return of(status, "application/json", body);
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, Map.copyOf(more), body);
    }

    public boolean isError() {
        return status >= 400;
    }
}
