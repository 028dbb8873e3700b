package io.github.cognitoconnector.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.lifecycle.Draining;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Those who watch jobs on this replica; so many and no more. Each asks the database once a second. */
@ApplicationScoped
class JobWatch {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int LONGEST = 300;

    /** Less than connections may be idle. */
    private static final int QUIET = 15;

    private final JobService jobs;
    private final Draining draining;
    private final Semaphore seats;

    JobWatch(JobService jobs, Draining draining, JobConfig config) {
        this.jobs = jobs;
        this.draining = draining;
        this.seats = new Semaphore(config.maxWatchers());
    }

    /** Takes text as it comes. */
    @FunctionalInterface
    interface Sink {
        void write(String text) throws IOException;
    }

    /** @throws ProblemException {@code JOB_NOT_FOUND}, {@code OVERLOADED} if too many watch */
    Seat sit(JobId job) {
        Job now = jobs.get(job);
        if (seats.availablePermits() == 0) {
            throw ProblemException.of(
                    ProblemType.OVERLOADED, "Too many callers watch jobs. Ask for the job itself now and then.");
        }
        return new Seat(job, now);
    }

    /** The place of one who watches; he has it while he does. */
    final class Seat {

        private final JobId id;
        private Job last;
        private int quiet;

        private Seat(JobId id, Job now) {
            this.id = id;
            this.last = now;
        }

        /** Writes events until the job is over, or it is time to connect again. */
        void each(Sink sink, ObjectMapper json) throws IOException {
            if (!seats.tryAcquire()) {
                return;
            }
            try {
                sink.write(event(json, last));
                for (int second = 0; second < LONGEST && !last.state().isOver() && pause(); second++) {
                    next(sink, json);
                }
            } catch (ProblemException e) {
                sink.write("event: gone\ndata: {}\n\n");
            } finally {
                seats.release();
            }
        }

        private void next(Sink sink, ObjectMapper json) throws IOException {
            Job now = jobs.get(id);
            boolean changed = now.state() != last.state() || now.done() != last.done() || now.total() != last.total();
            last = now;
            if (changed) {
                quiet = 0;
                sink.write(event(json, now));
            } else if (++quiet % QUIET == 0) {
                sink.write(": still there\n\n");
            }
        }
    }

    private static String event(ObjectMapper json, Job job) throws IOException {
        return "event: job\ndata: " + json.writeValueAsString(job) + "\n\n";
    }

    /** False if it is time to connect to another replica. */
    private boolean pause() {
        try {
            return !draining.await(INTERVAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
