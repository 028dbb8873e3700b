package io.github.cognitoconnector.user;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one condition that Cognito can search users by. Everything else is refused here, since Cognito would refuse it
 * too, or, worse, answer something else than was asked for.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-manage-user-accounts.html">Searching
 *     for users</a>
 */
record UserFilter(String attribute, String operator, String value) {

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
    private static final Pattern CONDITION =
            Pattern.compile("\\s*(\"?)([a-z:_]+)\\1\\s*(\\^?=)\\s*\"([^\"\\\\]*)\"\\s*");

    /** Of Cognito's own parameter, in characters. */
    private static final int MAX_LENGTH = 256;

    static UserFilter equalTo(String attribute, String value) {
        return new UserFilter(attribute, "=", value);
    }

    /** @throws ProblemException {@code INVALID_FILTER} */
    static UserFilter parse(String filter) {
        Matcher condition = CONDITION.matcher(filter);
        if (filter.length() > MAX_LENGTH || !condition.matches()) {
            throw notOneCondition();
        }
        UserFilter parsed = new UserFilter(condition.group(2), condition.group(3), condition.group(4));
        if (!SEARCHABLE.contains(parsed.attribute) || !canSearch(parsed.value)) {
            throw invalid("Cognito can search by username, email, phone_number, name, given_name, family_name, "
                    + "preferred_username, cognito:user_status, status and sub.");
        }
        if (!parsed.fits()) {
            throw notOneCondition();
        }
        if (parsed.attribute.equals("status") && !Set.of("Enabled", "Disabled").contains(parsed.value)) {
            throw invalid("status is \"Enabled\" or \"Disabled\".");
        }
        return parsed;
    }

    /** Cognito has no reliable way to quote a quotation mark or a backslash. */
    static boolean canSearch(String value) {
        return value.chars().noneMatch(c -> c == '"' || c == '\\' || Character.isISOControl(c));
    }

    /** As Cognito takes it. */
    String toCognito() {
        return attribute + " " + operator + " \"" + value + "\"";
    }

    /** Whether Cognito takes it at all. */
    boolean fits() {
        return canSearch(value) && toCognito().length() <= MAX_LENGTH;
    }

    @Override
    public String toString() {
        return "UserFilter[" + attribute + " " + operator + " …]";
    }

    private static ProblemException notOneCondition() {
        return invalid("A filter is one condition such as email ^= \"ada@\", with = or ^=, in 256 characters.");
    }

    private static ProblemException invalid(String detail) {
        return ProblemException.of(ProblemType.INVALID_FILTER, detail);
    }
}
