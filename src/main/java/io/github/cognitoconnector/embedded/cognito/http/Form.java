package io.github.cognitoconnector.embedded.cognito.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;

/** The fields of an {@code application/x-www-form-urlencoded} body. */
public record Form(Map<String, String> fields) {

    private static final String CONTENT_TYPE = "application/x-www-form-urlencoded";

    /** Whether the request says that its body is a form. */
    public static boolean isIn(Request request) {
        return request.header("content-type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(CONTENT_TYPE))
                .isPresent();
    }

    /** Empty if the body is no form or has a field twice. */
    public static Optional<Form> parse(String body) {
        Map<String, String> fields = new HashMap<>();
        StringTokenizer pairs = new StringTokenizer(body, "&");
        while (pairs.hasMoreTokens()) {
            String pair = pairs.nextToken();
            int equals = pair.indexOf('=');
            if (equals < 1 || !put(fields, pair.substring(0, equals), pair.substring(equals + 1))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Form(fields));
    }

    private static boolean put(Map<String, String> fields, String name, String value) {
        try {
            return fields.putIfAbsent(decode(name), decode(value)) == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The fields may be secrets. */
    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }
}
