package io.github.cognitoconnector.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What {@link TestUploadResource} sees, and how long it waits. */
@ApplicationScoped
public class TestUploads {

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicLong read = new AtomicLong();
    private volatile @Nullable Throwable failure;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** Nothing has happened yet, and nobody waits. */
    public void reset() {
        gate.countDown();
        begun.set(0);
        read.set(0);
        failure = null;
    }

    /** Every operation waits behind the first byte that it reads. */
    public void hold() {
        gate = new CountDownLatch(1);
    }

    public void goOn() {
        gate.countDown();
    }

    /** How many operations have begun. */
    public int begun() {
        return begun.get();
    }

    /** Bytes that were read by all of them. */
    public long read() {
        return read.get();
    }

    /** What the last failed read threw. */
    public @Nullable Throwable failure() {
        return failure;
    }

    void begin() {
        begun.incrementAndGet();
    }

    void add(int bytes) throws InterruptedException {
        read.addAndGet(bytes);
        gate.await();
    }

    void fail(Throwable thrown) {
        failure = thrown;
    }
}
