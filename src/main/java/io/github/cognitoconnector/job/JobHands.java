package io.github.cognitoconnector.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Those who work on this replica, and what they have in hand: as many rows again wait here, so that nobody waits for rows. */
@ApplicationScoped
class JobHands {

    private static final Logger LOG = Logger.getLogger(JobHands.class);

    private final JobBoard board;
    private final RowClaims claims;
    private final RowWorker worker;
    private final JobStages stages;
    private final int parallelism;
    private final Semaphore working;
    private final AtomicInteger inHand = new AtomicInteger();
    private volatile Runnable whenFree = () -> {};
    private volatile boolean stopping;

    JobHands(JobBoard board, RowClaims claims, RowWorker worker, JobStages stages, JobConfig config) {
        this.board = board;
        this.claims = claims;
        this.worker = worker;
        this.stages = stages;
        this.parallelism = config.parallelism();
        this.working = new Semaphore(parallelism, true);
    }

    /** @param ring is called when there is room for more rows */
    void whenFree(Runnable ring) {
        whenFree = ring;
    }

    /** Claims as many rows as there is room for, unless that is only a few; blocks. */
    void fill() {
        while (hasRoom() && claims.possible()) {
            Optional<RunningJob> next = board.next(parallelism);
            if (next.isEmpty()) {
                return;
            }
            take(next.get());
        }
    }

    /** Waits until nobody works any more; what nobody works on yet is given back. False if somebody still does. */
    boolean rest(Duration patience) throws InterruptedException {
        stopping = true;
        stages.stop();
        return working.tryAcquire(parallelism, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Rows that are in hand. */
    int inHand() {
        return inHand.get();
    }

    private boolean hasRoom() {
        return free() >= Math.max(1, parallelism / 2);
    }

    private int free() {
        return 2 * parallelism - inHand.get();
    }

    private void take(RunningJob job) {
        if (job.stage() != JobStage.ROWS) {
            board.rest(job);
            stages.advance(job);
            return;
        }
        stages.begun(job);
        JobPace pace = board.pace(job);
        List<RowClaim> taken = claims.rows(job, pace.most(Math.min(free(), board.room(job, parallelism))));
        if (taken.isEmpty()) {
            board.rest(job);
            stages.close(job);
            return;
        }
        pace.begun(taken.size());
        inHand.addAndGet(taken.size());
        taken.forEach(claim -> Thread.ofVirtual().name("job-row").start(() -> work(job, claim, pace)));
    }

    private void work(RunningJob job, RowClaim claim, JobPace pace) {
        try {
            working.acquire();
            try {
                work(job, claim).ifPresent(pace::ended);
            } finally {
                working.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.errorf(e, "Row %d of job %s is left to whoever claims it next", claim.row(), job.jobId());
            claims.abandon();
        } finally {
            inHand.decrementAndGet();
            if (pace.left() == 0) {
                board.unrest(job);
            }
            whenFree.run();
        }
    }

    /** Whether Cognito is well; empty if nobody has asked it. */
    private Optional<Boolean> work(RunningJob job, RowClaim claim) {
        if (stopping || !board.isOpen(job)) {
            worker.leave(claim);
            return Optional.empty();
        }
        return Optional.of(worker.work(job, claim));
    }
}
