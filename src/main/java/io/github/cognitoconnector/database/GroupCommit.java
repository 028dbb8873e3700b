package io.github.cognitoconnector.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Commits what many threads have to write, in groups, one group after the other: what comes while a group is being committed is
 * the next one. So a commit costs about the same however many come, they take one connection together, and who is alone waits
 * for nobody.
 *
 * @param <T> what is written
 * @param <R> what has become of it
 */
public final class GroupCommit<T, R> {

    private final String name;
    private final int most;
    private final Function<List<T>, List<R>> transaction;

    /** As long as there are threads at the most, since each waits for its own. */
    private final Queue<Waiting<T, R>> line = new ConcurrentLinkedQueue<>();

    private final AtomicBoolean writing = new AtomicBoolean();

    /**
     * @param name of the virtual threads that write
     * @param most how many are in a group, at the most
     * @param transaction writes a group, all of it or nothing, and tells of each in turn what has become of it
     */
    public GroupCommit(String name, int most, Function<List<T>, List<R>> transaction) {
        this.name = name;
        this.most = most;
        this.transaction = transaction;
    }

    private record Waiting<T, R>(T one, CompletableFuture<R> written) {}

    /** Nothing of the group is written, or nobody knows; the cause is why. */
    public static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Failed(Throwable cause) {
            super("The group is not written", cause);
        }
    }

    /**
     * Blocks until it is committed, or cannot be.
     *
     * @throws Failed if its group was not written
     */
    public R commit(T one) {
        return written(join(one));
    }

    /**
     * The same for somebody who does not wait longer than this for his group to begin.
     *
     * @throws Failed if its group was not written
     * @throws TimeoutException if the group has not begun; it will not be in any
     * @throws InterruptedException likewise
     */
    public R commit(T one, Duration patience) throws TimeoutException, InterruptedException {
        Waiting<T, R> waiting = join(one);
        try {
            return waiting.written.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (line.remove(waiting)) {
                throw e;
            }
            return written(waiting);
        } catch (InterruptedException e) {
            if (line.remove(waiting)) {
                throw e;
            }
            Thread.currentThread().interrupt();
            return written(waiting);
        } catch (ExecutionException e) {
            return written(waiting);
        }
    }

    /** Those whose group has not begun. */
    public int waiting() {
        return line.size();
    }

    private Waiting<T, R> join(T one) {
        Waiting<T, R> waiting = new Waiting<>(one, new CompletableFuture<>());
        line.add(waiting);
        if (writing.compareAndSet(false, true)) {
            start();
        }
        return waiting;
    }

    private R written(Waiting<T, R> waiting) {
        try {
            return waiting.written.join();
        } catch (CompletionException e) {
            throw new Failed(e.getCause() == null ? e : e.getCause());
        }
    }

    private void start() {
        try {
            Thread.ofVirtual().name(name).start(this::write);
        } catch (RuntimeException | Error e) {
            writing.set(false);
            for (List<Waiting<T, R>> group = group(); !group.isEmpty(); group = group()) {
                fail(group, e);
            }
        }
    }

    /** Goes on for as long as there is anything to write, whatever goes wrong with it: others wait. */
    private void write() {
        do {
            for (List<Waiting<T, R>> group = group(); !group.isEmpty(); group = group()) {
                write(group);
            }
            writing.set(false);
        } while (!line.isEmpty() && writing.compareAndSet(false, true));
    }

    private List<Waiting<T, R>> group() {
        List<Waiting<T, R>> group = new ArrayList<>();
        while (group.size() < most) {
            Waiting<T, R> next = line.poll();
            if (next == null) {
                break;
            }
            group.add(next);
        }
        return group;
    }

    private void write(List<Waiting<T, R>> group) {
        try {
            List<R> written = transaction.apply(group.stream().map(Waiting::one).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).written.complete(written.get(i));
            }
        } catch (RuntimeException | Error e) {
            fail(group, e);
        }
    }

    private void fail(List<Waiting<T, R>> group, Throwable why) {
        group.forEach(waiting -> waiting.written.completeExceptionally(why));
    }
}
