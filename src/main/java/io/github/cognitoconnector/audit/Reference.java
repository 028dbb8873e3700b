package io.github.cognitoconnector.audit;

import java.util.Set;

/**
 * A thing as a path or a body names it, before it is decided what of the name may be kept.
 *
 * @param kind what the path's template calls it, such as {@code user}
 */
record Reference(String kind, String name) {

    private static final String USER = "user";
    private static final Set<String> USER_KINDS = Set.of("username", "sub", "email", "phone");

    /** As a filter spells it: {@code group:editors}; what has no kind, or one of a user's own, is a user. */
    static Reference parse(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? "" : text.substring(0, colon);
        return kind.isEmpty() || USER_KINDS.contains(kind)
                ? new Reference(USER, text)
                : new Reference(kind, text.substring(colon + 1));
    }

    /** The name without the kind that callers may put before a user's, so that each user is named in one way only. */
    String bareName() {
        int colon = name.indexOf(':');
        return kind.equals(USER) && colon > 0 && USER_KINDS.contains(name.substring(0, colon))
                ? name.substring(colon + 1)
                : name;
    }

    /** Whether the caller says that it is an address. */
    boolean saidToBeAnAddress() {
        return kind.equals(USER) && (name.startsWith("email:") || name.startsWith("phone:"));
    }

    @Override
    public String toString() {
        return "Reference[" + kind + "]";
    }
}
