package io.github.cognitoconnector.job;

import java.util.ArrayList;
import java.util.List;

/** A job that is coming in; for one thread. */
public final class Intake implements AutoCloseable {

    /** Characters. */
    private static final int MOST_WAITING = 512 * 1024;

    private final RunningJob job;
    private final RowIntake rows;
    private final String salt;
    private final List<NewRow> batch = new ArrayList<>();
    private int kept;
    private int waiting;
    private boolean complete;

    Intake(RunningJob job, RowIntake rows) {
        this.job = job;
        this.rows = rows;
        this.salt = rows.salt(job);
    }

    /** Keeps the row; blocks now and then. */
    public void add(NewRow row) {
        batch.add(row);
        waiting += row.payload().length();
        if (batch.size() == RowIntake.BATCH || waiting >= MOST_WAITING) {
            flush();
        }
    }

    /** From now on the job is there, and goes on whatever becomes of this replica. */
    public JobId complete() {
        flush();
        rows.complete(job, kept);
        complete = true;
        return job.jobId();
    }

    /** Leaves nothing of a job that is not complete. */
    @Override
    public void close() {
        if (!complete) {
            rows.abandon(job);
        }
    }

    private void flush() {
        if (!batch.isEmpty()) {
            rows.keep(job, salt, null, kept + 1, batch);
            kept += batch.size();
            batch.clear();
            waiting = 0;
        }
    }
}
