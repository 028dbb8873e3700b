package io.github.cognitoconnector.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One at a time, on all replicas together. On this replica those who want the same wait in line, without asking anybody; who
 * is first asks the database, twice, in one statement each, and again every {@value #PAUSE_MILLIS} ms or so while another
 * replica is at it. No connection is held meanwhile. A turn whose replica has died ends by itself.
 */
@ApplicationScoped
public class Turns {

    private static final Logger LOG = Logger.getLogger(Turns.class);

    private static final int PAUSE_MILLIS = 50;

    private static final String TAKE = "insert into turn as held (name, holder, held_until)"
            + " values (?, ?, now() + make_interval(secs => ?)) on conflict (name) do update"
            + " set holder = excluded.holder, held_until = excluded.held_until where held.held_until <= now()";
    private static final String END = "delete from turn where name = ? and holder = ?";

    private final Sql sql;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    public Turns(Sql sql) {
        this.sql = sql;
    }

    /** Those on this replica who want the same. */
    private static final class Line {
        private final ReentrantLock first = new ReentrantLock(true);
        private int length;
    }

    /**
     * Does the work when nobody else does any of the same name.
     *
     * @param name tells nothing of a person: it is kept in clear while the work lasts
     * @param patience how long to wait for others
     * @param longest after which time the turn ends although the work does not; longer than it may take
     * @return null if it was not its turn in time, and nothing was done
     */
    public <T> @Nullable T take(String name, Duration patience, Duration longest, Supplier<T> work) {
        long until = System.nanoTime() + patience.toNanos();
        Line line = join(name);
        try {
            if (!line.first.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return null;
            }
            try {
                return takeFromOthers(name, until, longest, work);
            } finally {
                line.first.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            leave(name);
        }
    }

    private <T> @Nullable T takeFromOthers(String name, long until, Duration longest, Supplier<T> work)
            throws InterruptedException {
        UUID holder = UUID.randomUUID();
        while (sql.update(TAKE, List.of(name, holder, (double) longest.toSeconds())) == 0) {
            if (until - System.nanoTime() <= 0) {
                return null;
            }
            Thread.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS / 2, PAUSE_MILLIS * 3 / 2));
        }
        try {
            return work.get();
        } finally {
            end(name, holder);
        }
    }

    /** That this fails changes nothing of what was done; then the turn ends by itself. */
    private void end(String name, UUID holder) {
        try {
            sql.update(END, List.of(name, holder));
        } catch (IllegalStateException e) {
            LOG.warnf("A turn could not be ended: %s", e.getCause());
        }
    }

    private Line join(String name) {
        return lines.compute(name, (n, line) -> {
            Line joined = line == null ? new Line() : line;
            joined.length++;
            return joined;
        });
    }

    private void leave(String name) {
        lines.computeIfPresent(name, (n, line) -> --line.length == 0 ? null : line);
    }
}
