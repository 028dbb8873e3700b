package io.github.cognitoconnector.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this replica claims, under the name that it has at the moment. */
@ApplicationScoped
class RowClaims {

    private final RowRepository rows;
    private final JobRepository jobs;
    private final ReplicaLease lease;

    RowClaims(RowRepository rows, JobRepository jobs, ReplicaLease lease) {
        this.rows = rows;
        this.jobs = jobs;
        this.lease = lease;
    }

    /** Whether this replica counts as alive, so that it may claim anything. */
    boolean possible() {
        return lease.current().isValid();
    }

    /** Goes on under another name. */
    void abandon() {
        lease.abandon();
    }

    List<RowClaim> rows(RunningJob job, int atMost) {
        return rows.claim(job.id(), lease.current().replica(), atMost);
    }

    /** Null if another replica is at it. */
    @Nullable PreparationClaim preparation(RunningJob job) {
        var replica = lease.current().replica();
        Integer epoch = jobs.claimPreparation(job.id(), replica);
        return epoch == null ? null : new PreparationClaim(replica, epoch);
    }
}
