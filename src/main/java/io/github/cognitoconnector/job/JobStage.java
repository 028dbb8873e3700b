package io.github.cognitoconnector.job;

/** What is done with a job that is open. */
public enum JobStage {
    /** Rows are added. */
    PREPARE,
    /** Rejected rows are opened again. */
    REOPEN,
    /** Rows are worked on. */
    ROWS,
    /** Its time is over; it is being removed. */
    EXPIRED
}
