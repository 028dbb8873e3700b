package io.github.cognitoconnector.job;

import io.github.cognitoconnector.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * That this replica is alive. What it has claimed is its own as long as it says so in time; one that was frozen knows when
 * it wakes that its rows may be others' by now, and goes on under another name.
 */
@ApplicationScoped
class ReplicaLease {

    private static final String BEAT = "insert into job_replica (id, alive_until)"
            + " values (?, now() + make_interval(secs => ?))"
            + " on conflict (id) do update set alive_until = excluded.alive_until"
            + " where job_replica.alive_until > now()";
    private static final String END = "delete from job_replica where id = ?";
    private static final String FORGET = "delete from job_replica where alive_until < now() - interval '1 day'";

    private final Sql sql;
    private final Duration lasts;
    private volatile Held held = new Held(UUID.randomUUID(), System.nanoTime());

    ReplicaLease(Sql sql, JobConfig config) {
        this.sql = sql;
        this.lasts = config.lease();
    }

    /**
     * A name of this replica.
     *
     * @param until by {@link System#nanoTime}
     */
    record Held(UUID replica, long until) {

        boolean isValid() {
            return until - System.nanoTime() > 0;
        }
    }

    /** This replica was not heard of in time, and others may have taken its rows. */
    static final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Lost() {
            super("The lease has ended", null, false, false);
        }
    }

    /** How often to {@link #beat}. */
    Duration interval() {
        return lasts.dividedBy(3);
    }

    /** Says that this replica is alive; blocks. */
    Held beat() {
        long asked = System.nanoTime();
        Held before = held;
        UUID replica = before.isValid() ? before.replica : UUID.randomUUID();
        double seconds = lasts.toMillis() / 1000.0;
        if (sql.update(BEAT, List.of(replica, seconds)) == 0) {
            replica = UUID.randomUUID(); // it took so long that the name was dead in between
            sql.update(BEAT, List.of(replica, seconds));
        }
        replace(before, new Held(replica, asked + lasts.toNanos()));
        return held;
    }

    /** Goes on under another name: what is claimed under this one is given up, since this replica is not sure what that is. */
    void abandon() {
        Held before = held;
        replace(before, new Held(UUID.randomUUID(), System.nanoTime()));
    }

    /** Whoever abandons the name meanwhile has the last word. */
    private synchronized void replace(Held before, Held now) {
        if (held.equals(before)) {
            held = now;
        }
    }

    /** The name that rows are claimed under now. */
    Held current() {
        return held;
    }

    /** @throws Lost unless what was claimed under the name is still this replica's for sure */
    void check(UUID replica) {
        Held now = held;
        if (!now.replica.equals(replica) || !now.isValid()) {
            throw new Lost();
        }
    }

    /** Hands everything back that is not ended. */
    void end() {
        UUID replica = held.replica;
        abandon();
        sql.update(END, List.of(replica));
    }

    /** Removes names of replicas that are long gone. */
    void forget() {
        sql.update(FORGET, List.of());
    }
}
