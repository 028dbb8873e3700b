package io.github.cognitoconnector.job;

/** What {@link JobMode#SYNC} does with a user whom no row names. */
public enum OnMissing {
    DISABLE,
    DELETE
}
