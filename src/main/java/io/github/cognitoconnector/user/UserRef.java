package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.GroupName;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;

/** How a path names a user. */
public sealed interface UserRef {

    /** For the OpenAPI document. */
    String IN_PATH = "Username or `sub`; or `username:…`, `sub:…`, `email:…`, `phone:…`. Percent-encoded once.";

    /** As Cognito takes it in its requests: a username, a {@code sub}, or an alias where the pool has them. */
    record Plain(String value) implements UserRef {}

    /** A username and nothing else. */
    record Username(String value) implements UserRef {}

    /** An attribute that Cognito can search for, with its exact value. */
    record Attribute(String name, String value) implements UserRef {
        @Override
        public String toString() {
            return "Attribute[" + name + "]";
        }
    }

    /** @throws ProblemException {@code INVALID_PATH} for what can name no user */
    static UserRef parse(String segment) {
        int colon = segment.indexOf(':');
        String kind = colon < 0 ? "" : segment.substring(0, colon);
        String value = segment.substring(colon + 1);
        return switch (kind) {
            case "username" -> new Username(username(value));
            case "sub" -> searchable("sub", value);
            case "email" -> searchable("email", value);
            case "phone" -> searchable("phone_number", value);
            default -> new Plain(username(segment));
        };
    }

    /** The path segment, unencoded, that names the user of this username and no other. */
    static String segment(String username) {
        return username.indexOf(':') >= 0 || username.matches("\\.{1,2}") ? "username:" + username : username;
    }

    private static String username(String value) {
        if (value.length() > 128 || !value.matches(GroupName.PATTERN)) {
            throw invalid("A username has 1 to 128 characters and no spaces or control characters.");
        }
        return value;
    }

    private static Attribute searchable(String name, String value) {
        if (value.isEmpty() || !UserFilter.equalTo(name, value).fits()) {
            throw invalid("Cognito cannot search for such a value.");
        }
        return new Attribute(name, value);
    }

    private static ProblemException invalid(String detail) {
        return ProblemException.of(ProblemType.INVALID_PATH, detail);
    }
}
