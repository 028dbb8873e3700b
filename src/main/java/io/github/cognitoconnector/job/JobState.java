package io.github.cognitoconnector.job;

/** Where a job is. */
public enum JobState {
    /** Nobody has begun. */
    QUEUED,
    RUNNING,
    /** Until somebody resumes it. */
    PAUSED,
    /** Every row has its outcome. */
    COMPLETED,
    /** Rows without an outcome will never have one. */
    CANCELLED,
    /** It could not be gone on with; its problem says why. */
    FAILED;

    boolean isOpen() {
        return this == QUEUED || this == RUNNING;
    }

    /** Whether nothing happens any more by itself. */
    boolean isOver() {
        return this == COMPLETED || this == CANCELLED || this == FAILED;
    }
}
