package io.github.cognitoconnector.job;

import io.github.cognitoconnector.database.SchemaReady;
import io.github.cognitoconnector.lifecycle.Draining;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Gives work to this replica, for as long as it is up: a thread that claims rows for as many workers as are free, and looks
 * around twice a second when there is nothing to do. While the database is away it waits. From the moment that the replica is
 * told to stop it begins nothing more.
 */
@ApplicationScoped
class JobEngine {

    private static final Logger LOG = Logger.getLogger(JobEngine.class);

    private static final Duration IDLE = Duration.ofMillis(500);
    /** For whoever claims rows, and those under way, together. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final JobBoard board;
    private final JobHands hands;
    private final ReplicaLease lease;
    private final Persistence persistence;
    private final Semaphore bell = new Semaphore(0);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile boolean started;
    private boolean away;

    JobEngine(JobBoard board, JobHands hands, ReplicaLease lease, Persistence persistence, Draining draining) {
        this.board = board;
        this.hands = hands;
        this.lease = lease;
        this.persistence = persistence;
        draining.whenBegun(this::beginNoMore);
    }

    void start(@Observes SchemaReady event) {
        started = true;
        hands.whenFree(bell::release);
        Thread.ofPlatform().daemon().name("job-lease").start(this::beat);
        Thread.ofVirtual().name("jobs").start(this::run);
    }

    /** Lets rows under way end, and hands the others back. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        beginNoMore();
        if (!started) {
            return; // the database was never there
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        if (!ended.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)
                || !hands.rest(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
            LOG.warn("Rows of jobs are still under way; they are left to another replica.");
        }
        gone.countDown();
        persistence.end();
        try {
            lease.end();
        } catch (IllegalStateException e) {
            LOG.warnf("The rows of this replica are free only when its lease has ended: %s", e.getCause());
        }
    }

    private void beginNoMore() {
        stopping = true;
        bell.release();
    }

    void wake(@Observes NewWork work) {
        board.expire();
        bell.release();
    }

    /** On a thread of its own, since rows are lost when it comes too late. */
    private void beat() {
        try {
            do {
                try {
                    lease.beat();
                } catch (IllegalStateException e) {
                    complain(e);
                }
            } while (!gone.await(untilNextBeat().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration untilNextBeat() {
        return lease.current().isValid() ? lease.interval() : IDLE;
    }

    private void run() {
        try {
            while (!stopping) {
                try {
                    board.refresh();
                    hands.fill();
                    away = false;
                } catch (RuntimeException e) {
                    lease.abandon(); // who knows what was claimed
                    complain(e);
                }
                bell.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                bell.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    /** Once for as long as it lasts. */
    private synchronized void complain(RuntimeException e) {
        if (!away && !stopping) {
            LOG.warnf("Jobs stand still: %s", e);
        }
        away = true;
    }
}
