package io.github.cognitoconnector.job;

/** What an import does with users that are there already, or that it does not name. */
public enum JobMode {
    /** Leaves users that are there as they are. */
    CREATE,
    /** Makes users that are there as the row says. */
    UPSERT,
    /** As {@link #UPSERT}, and takes away whom no row names. */
    SYNC
}
