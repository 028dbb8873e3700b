package io.github.cognitoconnector.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What has changed in the database, on whatever replica. Every write of a topic counts up the topic's row in the same
 * transaction; this replica reads the counts, all with one query. What it knows is good for {@link #GOOD_FOR} from the
 * moment that it asked: then somebody asks again, and if nobody can, nothing that was remembered is believed any more.
 *
 * <p>An epoch is this replica's name for a state of a topic. Something read from the database belongs to the epoch that
 * was current before it was read, so that a change that is committed in between makes it old.
 */
@ApplicationScoped
public class Changes {

    /** A change elsewhere is seen after this time at the latest. */
    public static final Duration GOOD_FOR = Duration.ofMillis(1500);

    private final DataSource database;
    private final Map<Topic, AtomicLong> epochs = new ConcurrentHashMap<>();
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final AtomicLong looks = new AtomicLong();
    private Map<String, Long> counts = Map.of();
    private @Nullable IllegalStateException failure;
    private volatile long goodUntil;

    Changes(DataSource database) {
        this.database = database;
        goodUntil = System.nanoTime();
    }

    /** Whether what is remembered may be believed without asking the database. */
    public boolean fresh() {
        return goodUntil - System.nanoTime() > 0;
    }

    /** How long ago the database was asked what it answered last. */
    public Duration age() {
        return GOOD_FOR.plusNanos(System.nanoTime() - goodUntil);
    }

    /** The topic's current epoch. */
    public long epoch(Topic topic) {
        return counter(topic).get();
    }

    /** Something of the topic was changed by this replica; call it when the change is committed. */
    public void changed(Topic topic) {
        counter(topic).incrementAndGet();
    }

    /**
     * Asks the database unless somebody just did; blocks.
     *
     * @throws IllegalStateException with the driver's exception as its cause if the database does not answer
     */
    public void refresh() {
        if (fresh()) {
            return;
        }
        long before = looks.get();
        oneAtATime.lock();
        try {
            if (fresh()) {
                return;
            }
            // Whoever has waited for a look that failed does not wait for another one.
            if (failure != null && looks.get() != before) {
                throw new IllegalStateException(failure);
            }
            // One that began and ended since is as new as what is read next, slow as it was.
            if (looks.get() - before < 2) {
                look();
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Asks the database even if what is known is still good; blocks, and fails as {@link #refresh} does. */
    void refreshAhead() {
        oneAtATime.lock();
        try {
            look();
        } finally {
            oneAtATime.unlock();
        }
    }

    private AtomicLong counter(Topic topic) {
        return epochs.computeIfAbsent(topic, t -> new AtomicLong());
    }

    private void look() {
        long asked = System.nanoTime();
        try {
            take(read());
            goodUntil = asked + GOOD_FOR.toNanos();
            failure = null;
        } catch (IllegalStateException e) {
            failure = e;
            throw e;
        } finally {
            looks.incrementAndGet();
        }
    }

    private void take(Map<String, Long> now) {
        for (Topic topic : Topic.values()) {
            if (!now.getOrDefault(topic.row(), 0L).equals(counts.get(topic.row()))) {
                changed(topic);
            }
        }
        counts = now;
    }

    private Map<String, Long> read() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select topic, count from change");
                ResultSet rows = select.executeQuery()) {
            Map<String, Long> found = new HashMap<>();
            while (rows.next()) {
                found.put(rows.getString(1), rows.getLong(2));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell of changes", e);
        }
    }
}
