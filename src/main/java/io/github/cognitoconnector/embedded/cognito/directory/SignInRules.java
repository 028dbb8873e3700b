package io.github.cognitoconnector.embedded.cognito.directory;

import java.util.Set;

/**
 * By what a pool's users sign in; fixed when the pool is created.
 *
 * @param usernameAttributes {@code email} or {@code phone_number} used as the username itself; empty if usernames are
 *     chosen
 * @param aliasAttributes attributes that work beside a chosen username, once verified
 */
public record SignInRules(boolean caseSensitive, Set<String> usernameAttributes, Set<String> aliasAttributes) {

    /** A user whose password was taken away has been confirmed before, and recovers by the name of before. */
    private static final Set<UserStatus> WERE_CONFIRMED = Set.of(UserStatus.CONFIRMED, UserStatus.RESET_REQUIRED);

    boolean same(String one, String other) {
        return caseSensitive ? one.equals(other) : one.equalsIgnoreCase(other);
    }

    /**
     * Whether the attribute's value finds this user: at once as a username, as an alias only when verified. It never
     * finds whom only a provider lets in, who may have the address of one of the pool's own users.
     */
    boolean finds(User user, String attribute) {
        if (user.status() == UserStatus.EXTERNAL_PROVIDER) {
            return false;
        }
        if (usernameAttributes.contains(attribute)) {
            return true;
        }
        return aliasAttributes.contains(attribute)
                && (attribute.equals("preferred_username")
                        ? WERE_CONFIRMED.contains(user.status())
                        : user.attributes().isTrue(attribute + "_verified"));
    }
}
