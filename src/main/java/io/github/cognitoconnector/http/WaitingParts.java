package io.github.cognitoconnector.http;

import io.github.cognitoconnector.problem.ProblemException;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Parts of a body between the event loop, which brings them, and the thread that reads them and may wait. */
final class WaitingParts {

    private final int enough;
    private final Runnable wantMore;
    private final Deque<Buffer> parts = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private int bytes;
    private boolean full;
    private boolean ended;
    private @Nullable ProblemException failure;

    /**
     * None wait yet.
     *
     * @param enough how many bytes may wait until no more should be brought
     * @param wantMore told when half of them are taken
     */
    WaitingParts(int enough, Runnable wantMore) {
        this.enough = enough;
        this.wantMore = wantMore;
    }

    /** False if that is enough, until it is told to bring more. */
    boolean add(Buffer part) {
        lock.lock();
        try {
            parts.add(part);
            bytes += part.length();
            full = bytes >= enough;
            news.signal();
            return !full;
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            ended = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** What waits is thrown away. Only the first failure counts. */
    void fail(ProblemException reason) {
        lock.lock();
        try {
            if (failure == null) {
                failure = reason;
                parts.clear();
                news.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next part; null behind the last.
     *
     * @throws ProblemException what it was failed with
     * @throws TimeoutException if nothing came in so many nanoseconds
     */
    @Nullable Buffer take(long nanos) throws InterruptedException, TimeoutException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (parts.isEmpty() && !ended && failure == null) {
                if (left <= 0) {
                    throw new TimeoutException();
                }
                left = news.awaitNanos(left);
            }
            if (failure != null) {
                throw failure;
            }
            return next();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Buffer next() {
        Buffer part = parts.poll();
        if (part != null) {
            bytes -= part.length();
            if (full && bytes <= enough / 2) {
                full = false;
                wantMore.run();
            }
        }
        return part;
    }
}
