package io.github.cognitoconnector.embedded.cognito.iam;

/**
 * Who an access key belongs to.
 *
 * @param account twelve digits
 * @param userId the unique id, for sessions with the session's name behind a colon
 */
public record Principal(String account, String arn, String userId) {

    static final String NO_ACCOUNT = "000000000000";

    /** Somebody of whom nothing is known but the access key id. */
    static Principal unknown(String keyId) {
        return new Principal(NO_ACCOUNT, userArn(NO_ACCOUNT, keyId), keyId);
    }

    static String userArn(String account, String name) {
        return "arn:aws:iam::" + account + ":user/" + name;
    }
}
