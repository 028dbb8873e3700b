package io.github.cognitoconnector.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Commits what has become of rows, in groups: those that end while a group is being committed are the next one. So a commit
 * costs about the same however many workers there are, and a worker who is alone waits for nobody.
 */
@ApplicationScoped
class RowCommits {

    private static final Logger LOG = Logger.getLogger(RowCommits.class);

    private final RowRepository rows;

    /** As long as there are workers at the most, since each waits for his own row. */
    private final Queue<Waiting> line = new ConcurrentLinkedQueue<>();

    private final AtomicBoolean writing = new AtomicBoolean();

    RowCommits(RowRepository rows) {
        this.rows = rows;
    }

    /** @param written whether the row was still this replica's; empty if nobody knows what has become of the group */
    private record Waiting(RowEnd end, CompletableFuture<Optional<Boolean>> written) {}

    /**
     * Blocks until it is committed, or cannot be.
     *
     * @return false if somebody else has claimed the row meanwhile, and nothing was written
     * @throws IllegalStateException if the database does not write
     */
    boolean commit(RowEnd end) {
        Waiting waiting = new Waiting(end, new CompletableFuture<>());
        line.add(waiting);
        if (writing.compareAndSet(false, true)) {
            start();
        }
        return waiting.written.join().orElseGet(() -> alone(end));
    }

    /** Rows that are not being written yet. */
    int waiting() {
        return line.size();
    }

    private void start() {
        try {
            Thread.ofVirtual().name("job-commit").start(this::write);
        } catch (Error e) {
            writing.set(false); // somebody else may have more luck
            throw e;
        }
    }

    /** So that what is wrong with one row is not the others' affair. */
    private boolean alone(RowEnd end) {
        return rows.end(List.of(end)).getFirst();
    }

    /** Goes on for as long as there is anything to write, whatever goes wrong with it: others wait. */
    private void write() {
        do {
            for (List<Waiting> group = group(); !group.isEmpty(); group = group()) {
                write(group);
            }
            writing.set(false);
        } while (!line.isEmpty() && writing.compareAndSet(false, true));
    }

    private List<Waiting> group() {
        List<Waiting> group = new ArrayList<>();
        for (Waiting next = line.poll(); next != null; next = line.poll()) {
            group.add(next);
        }
        return group;
    }

    private void write(List<Waiting> group) {
        try {
            List<Boolean> written = rows.end(group.stream().map(Waiting::end).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).written.complete(Optional.of(written.get(i)));
            }
        } catch (RuntimeException | Error e) {
            LOG.debugf(e, "%d rows are written one by one", group.size());
        } finally {
            group.forEach(waiting -> waiting.written.complete(Optional.empty()));
        }
    }
}
