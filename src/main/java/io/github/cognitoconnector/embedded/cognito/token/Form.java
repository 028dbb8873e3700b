package io.github.cognitoconnector.embedded.cognito.token;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;

/** The fields of an {@code application/x-www-form-urlencoded} body. */
record Form(Map<String, String> fields) {

    /** Empty if the body is no form or has a field twice. */
    static Optional<Form> parse(String body) {
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

    Optional<String> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The fields may be secrets. */
    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }
}
