package io.github.cognitoconnector.job;

import io.github.cognitoconnector.database.GroupCommit;
import io.github.cognitoconnector.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Writes what has become of rows. While the database is away it goes on trying: what was done at Cognito is not forgotten
 * for want of a place to write it. Whoever stops the replica meanwhile loses nothing either, since a row without an outcome is
 * reconciled by whoever gets it next.
 */
@ApplicationScoped
class RowEnds {

    private static final Logger LOG = Logger.getLogger(RowEnds.class);

    /** More than there are workers. */
    private static final int MOST = 1000;

    private final RowRepository rows;
    private final GroupCommit<RowEnd, Boolean> commits;
    private final RowSeal sealer;
    private final Persistence persistence;
    private final JobMetrics metrics;

    RowEnds(RowRepository rows, RowSeal sealer, Persistence persistence, JobMetrics metrics) {
        this.rows = rows;
        this.commits = new GroupCommit<>("job-commit", MOST, rows::end);
        this.sealer = sealer;
        this.persistence = persistence;
        this.metrics = metrics;
    }

    void write(RunningJob job, RowClaim claim, RowResult result) {
        String password = result.password();
        String sealed = password == null ? null : sealer.password(claim, password);
        end(new RowEnd(job, claim, result.outcome(), null, sealed, false));
    }

    /** @param begun whether something may have been done */
    void reject(RunningJob job, RowClaim claim, ProblemException why, boolean begun) {
        String problem = sealer.problem(job.id(), RowSeal.place(claim.row()), why);
        end(new RowEnd(job, claim, RowOutcome.REJECTED, problem, null, begun));
    }

    /** Gives back a row that nobody has begun. */
    void leave(RowClaim claim) {
        persistence.of(() -> rows.giveBack(claim, 0, 0, claim.firstAt() != null));
    }

    /**
     * Gives back a row that is to be tried again.
     *
     * @param begun whether something may have been done
     */
    void giveBack(RowClaim claim, Duration delay, boolean begun) {
        persistence.of(() -> rows.giveBack(claim, 1, delay.toMillis() / 1000.0, begun));
    }

    private void end(RowEnd end) {
        persistence.of(() -> {
            if (commit(end)) {
                metrics.ended(end.job().plan().kind(), end.outcome());
            } else {
                metrics.fenced();
            }
        });
    }

    /** What is wrong with one row is not the others' affair: a group that fails is written one by one. */
    private boolean commit(RowEnd end) {
        try {
            return commits.commit(end);
        } catch (GroupCommit.Failed e) {
            LOG.debugf(e, "A row is written alone");
            return rows.end(List.of(end)).getFirst();
        }
    }
}
