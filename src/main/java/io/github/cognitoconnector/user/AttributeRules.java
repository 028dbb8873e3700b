package io.github.cognitoconnector.user;

import io.github.cognitoconnector.cognito.PoolSettings;
import io.github.cognitoconnector.cognito.SchemaAttribute;
import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the schema of a pool lets attributes be; Cognito itself would name the first that is wrong, in words of its own. */
public final class AttributeRules {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    /** E.164, and as short as Cognito lets numbers be. */
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{3,14}");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private AttributeRules() {}

    /** @param values blank where an attribute is not to be there */
    public static List<FieldError> errors(PoolSettings pool, Map<String, String> values) {
        return values.entrySet().stream()
                .flatMap(
                        value -> complaint(pool, value.getKey(), value.getValue())
                                .map(complaint -> error(value.getKey(), complaint))
                                .stream())
                .toList();
    }

    /** @param changes of this user; blank where an attribute is to be deleted */
    static List<FieldError> changeErrors(PoolSettings pool, User user, Map<String, String> changes) {
        List<FieldError> errors = new ArrayList<>();
        changes.forEach((name, value) -> {
            SchemaAttribute attribute = pool.schema().get(name);
            if (attribute == null || name.equals("sub")) {
                return; // has its complaint
            }
            if (!attribute.mutable()) {
                errors.add(error(name, "It can be set when the user is created, and never changed."));
            } else if (value.isEmpty() && (attribute.required() || isSignInName(pool, user, name))) {
                errors.add(error(name, "The users of this pool cannot be without it."));
            }
        });
        return errors;
    }

    /** Who signs in by his address needs one: his only one cannot be deleted. */
    private static boolean isSignInName(PoolSettings pool, User user, String name) {
        return pool.signInAttributes().contains(name)
                && pool.signInAttributes().stream()
                        .noneMatch(other ->
                                !other.equals(name) && user.attributes().containsKey(other));
    }

    private static Optional<String> complaint(PoolSettings pool, String name, String value) {
        SchemaAttribute attribute = pool.schema().get(name);
        if (name.equals("sub")) {
            return Optional.of("Cognito itself sets it.");
        }
        if (name.equals("identities")) {
            return Optional.of("It is changed by …/users/{user}/identities.");
        }
        if (attribute == null) {
            return Optional.of("The schema of the user pool has no such attribute.");
        }
        if (value.isBlank()) {
            return Optional.empty();
        }
        return form(name, value).or(() -> type(attribute, value)).or(() -> range(attribute, value));
    }

    private static Optional<String> form(String name, String value) {
        return switch (name) {
            case "email" -> when(!EMAIL.matcher(value).matches(), "An email address looks like ada@example.com.");
            case "phone_number" ->
                when(
                        !PHONE.matcher(value).matches(),
                        "A phone number is written as in E.164, with country code and digits alone: +4930123456.");
            default -> Optional.empty();
        };
    }

    private static Optional<String> type(SchemaAttribute attribute, String value) {
        return switch (attribute.type()) {
            case NUMBER -> when(!NUMBER.matcher(value).matches(), "It is a number.");
            case BOOLEAN -> when(!value.equals("true") && !value.equals("false"), "It is true or false.");
            case STRING, DATETIME -> Optional.empty();
        };
    }

    private static Optional<String> range(SchemaAttribute attribute, String value) {
        return switch (attribute.type()) {
            case NUMBER -> range(attribute, new BigDecimal(value));
            case STRING -> length(attribute, value.codePointCount(0, value.length()));
            case BOOLEAN, DATETIME -> Optional.empty();
        };
    }

    private static Optional<String> range(SchemaAttribute attribute, BigDecimal value) {
        BigDecimal min = attribute.minValue();
        BigDecimal max = attribute.maxValue();
        return when(
                (min != null && value.compareTo(min) < 0) || (max != null && value.compareTo(max) > 0),
                "It is between " + (min == null ? "any number" : min.toPlainString()) + " and "
                        + (max == null ? "any number" : max.toPlainString()) + ".");
    }

    private static Optional<String> length(SchemaAttribute attribute, int length) {
        Integer min = attribute.minLength();
        Integer max = attribute.maxLength();
        return when(
                (min != null && length < min) || (max != null && length > max),
                "It has " + (min == null ? 0 : min) + " to " + (max == null ? 2048 : max) + " characters.");
    }

    private static Optional<String> when(boolean wrong, String complaint) {
        return wrong ? Optional.of(complaint) : Optional.empty();
    }

    private static FieldError error(String name, String complaint) {
        return FieldError.of(
                ProblemType.INVALID_ATTRIBUTE,
                "/attributes/" + name.replace("~", "~0").replace("/", "~1"),
                complaint);
    }
}
