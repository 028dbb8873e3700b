package io.github.cognitoconnector.embedded.cognito.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** A named member of a request or of a structure in it. */
public record Member(String name, Shape shape, boolean required) {

    public static Member required(String name, Shape shape) {
        return new Member(name, shape, true);
    }

    public static Member optional(String name, Shape shape) {
        return new Member(name, shape, false);
    }

    void check(String prefix, JsonNode parent, Violations violations) {
        String path = prefix + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        JsonNode value = parent.path(name);
        if (!value.isMissingNode() && !value.isNull()) {
            shape.check(path, value, violations);
        } else if (required) {
            violations.add(" null", path, "not be null");
        }
    }
}
