package io.github.cognitoconnector.embedded.cognito.message;

import java.time.Instant;

/**
 * One mail or SMS.
 *
 * @param secret the temporary password of an {@code INVITATION}, the code of any other kind
 */
public record Message(Kind kind, Medium medium, Recipient recipient, String secret, Instant sentAt) {

    public enum Kind {
        INVITATION,
        SIGN_UP,
        PASSWORD_RESET,
        ATTRIBUTE_VERIFICATION,
        SECOND_FACTOR
    }

    public enum Medium {
        EMAIL("email"),
        SMS("phone_number");

        private final String attribute;

        Medium(String attribute) {
            this.attribute = attribute;
        }

        /** Name of the user attribute that holds the address. */
        public String attribute() {
            return attribute;
        }
    }

    /** Who gets it, and at which address or number. */
    public record Recipient(String userPoolId, String username, String destination) {}

    /** Leaves the secret out: it must not reach a log. */
    @Override
    public String toString() {
        return "Message[" + kind + ", " + medium + "]";
    }
}
