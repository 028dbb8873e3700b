package io.github.cognitoconnector.embedded.cognito.directory;

/** In Cognito's words. */
public enum UserStatus {
    UNCONFIRMED,
    CONFIRMED,
    FORCE_CHANGE_PASSWORD,
    RESET_REQUIRED,
    EXTERNAL_PROVIDER
}
