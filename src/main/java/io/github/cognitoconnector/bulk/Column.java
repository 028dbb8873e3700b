package io.github.cognitoconnector.bulk;

import io.github.cognitoconnector.app.GroupName;
import java.util.regex.Pattern;

/** Names of columns that are no attributes; every other name is an attribute's. */
final class Column {

    static final String USERNAME = "username";
    static final String GROUPS = "groups";
    static final String ENABLED = "enabled";
    static final String TEMPORARY_PASSWORD = "temporaryPassword";
    static final String MFA_ENABLED = "cognito:mfa_enabled";

    /** Of an attribute, in characters. */
    static final int MAX_LENGTH = 32;

    private static final String COGNITOS_USERNAME = "cognito:username";

    /** Cognito's, of attributes as of groups. */
    private static final Pattern PATTERN = Pattern.compile(GroupName.PATTERN);

    private Column() {}

    /** The one name of those that mean the same. */
    static String canonical(String name) {
        return name.equals(COGNITOS_USERNAME) ? USERNAME : name;
    }

    /** Whether a pool can have an attribute of this name, or it is one of the others. */
    static boolean isPossible(String name) {
        return name.length() <= MAX_LENGTH && PATTERN.matcher(name).matches();
    }
}
