package io.github.cognitoconnector.embedded.cognito.user;

import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one condition of a ListUsers filter (contract row 21). {@code username} and {@code status} compare with regard to
 * case, everything else without.
 */
record Filter(String attribute, boolean prefix, String value) {

    private static final Pattern GRAMMAR = Pattern.compile("\\s*([\\w:.-]+)\\s*(\\^?=)\\s*\"([^\"]*)\"\\s*");
    private static final Set<String> SEARCHABLE = Set.of(
            "username",
            "email",
            "phone_number",
            "name",
            "given_name",
            "family_name",
            "preferred_username",
            "cognito:user_status",
            "status",
            "sub");
    private static final Set<String> CASE_SENSITIVE = Set.of("username", "status");

    /**
     * Reads a filter; a blank one is none.
     *
     * @throws Refusal {@code InvalidParameterException}
     */
    static Optional<Filter> parse(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        Matcher matcher = GRAMMAR.matcher(text);
        if (!matcher.matches()) {
            throw Refusal.invalidParameter("Error while parsing filter.");
        }
        String attribute = matcher.group(1);
        if (!SEARCHABLE.contains(attribute)) {
            throw Refusal.invalidParameter("Invalid search attribute: " + attribute);
        }
        return Optional.of(new Filter(attribute, matcher.group(2).equals("^="), matcher.group(3)));
    }

    boolean matches(User user) {
        return actual(user).filter(this::matches).isPresent();
    }

    private boolean matches(String actual) {
        boolean exact = CASE_SENSITIVE.contains(attribute);
        String left = exact ? actual : actual.toLowerCase(Locale.ROOT);
        String right = exact ? value : value.toLowerCase(Locale.ROOT);
        return prefix ? left.startsWith(right) : left.equals(right);
    }

    private Optional<String> actual(User user) {
        return switch (attribute) {
            case "cognito:user_status" -> Optional.of(user.status().name());
            case "status" -> Optional.of(user.standing().enabled() ? "Enabled" : "Disabled");
            default -> user.value(attribute);
        };
    }
}
