package io.github.cognitoconnector.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Rows that are added behind those of the upload; for one thread. */
final class PlannedRows implements Preparation {

    private final RunningJob job;
    private final PreparationClaim claim;
    private final RowIntake intake;
    private final String salt;
    private final List<NewRow> batch = new ArrayList<>();
    private int last;

    PlannedRows(RunningJob job, PreparationClaim claim, RowIntake intake) {
        this.job = job;
        this.claim = claim;
        this.intake = intake;
        this.salt = intake.salt(job);
        this.last = job.uploaded();
    }

    @Override
    public Set<String> named(Collection<String> keys) {
        return Set.copyOf(intake.named(job, salt, List.copyOf(keys)));
    }

    @Override
    public void add(NewRow row) {
        batch.add(row);
        if (batch.size() == RowIntake.BATCH) {
            flush();
        }
    }

    /** How many rows the job has now. */
    int end() {
        flush();
        return last;
    }

    private void flush() {
        if (!batch.isEmpty()) {
            intake.keep(job, salt, claim.epoch(), last + 1, batch);
            last += batch.size();
            batch.clear();
        }
    }
}
