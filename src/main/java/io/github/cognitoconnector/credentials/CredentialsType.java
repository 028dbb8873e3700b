package io.github.cognitoconnector.credentials;

/** The choices by the names that callers and the database use. */
public enum CredentialsType {
    DEFAULT,
    STATIC,
    ASSUME_ROLE,
    ROLES_ANYWHERE
}
