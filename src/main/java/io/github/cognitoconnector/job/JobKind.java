package io.github.cognitoconnector.job;

/** What the rows of a job are. */
public enum JobKind {
    /** Users, as a file names them. */
    IMPORT,
    /** Operations, as a request lists them. */
    BULK
}
