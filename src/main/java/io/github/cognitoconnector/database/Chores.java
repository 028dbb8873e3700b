package io.github.cognitoconnector.database;

import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What this replica does now and then, behind all requests, once {@link SchemaReady the schema is there}. */
@ApplicationScoped
public class Chores {

    private final Scheduler scheduler;

    public Chores(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Has work done once in every interval from now on, on a virtual thread; a run that is due while the last one is under way is
     * left out. What the work throws is logged, and the next run comes all the same.
     */
    public void every(Duration interval, String name, Runnable work) {
        scheduler
                .newJob(name)
                .setInterval(interval.toString())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(execution -> work.run(), true)
                .schedule();
    }
}
