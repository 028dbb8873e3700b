package io.github.cognitoconnector.access;

/**
 * Why somebody may enter or may not.
 *
 * @param code for programs; never changes
 * @param detail for people
 */
public record Reason(String code, String detail) {

    static Reason inAllowedGroup(String groups) {
        return new Reason("in-allowed-group", "The user is in a group that the app allows: " + groups + ".");
    }

    static Reason everyUserAllowed() {
        return new Reason("every-user-allowed", "The app allows every user of its user pool.");
    }

    static Reason notInAllowedGroup() {
        return new Reason("not-in-allowed-group", "The user is in none of the groups that the app allows.");
    }

    static Reason userDisabled() {
        return new Reason("user-disabled", "The user is disabled.");
    }

    static Reason userNotFound() {
        return new Reason("user-not-found", "There is no such user in the user pool.");
    }

    static Reason signedOut() {
        return new Reason(
                "signed-out", "The user was disabled, signed out or deleted since the token was issued. Sign in anew.");
    }
}
