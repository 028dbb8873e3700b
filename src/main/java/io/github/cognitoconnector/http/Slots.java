package io.github.cognitoconnector.http;

import java.util.concurrent.atomic.AtomicLong;

/** So much of something and no more; for any number of threads. */
final class Slots {

    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    Slots(long limit) {
        this.limit = limit;
    }

    /** Takes all or nothing. */
    boolean take(long amount) {
        long now = taken.addAndGet(amount);
        if (now > limit) {
            taken.addAndGet(-amount);
            return false;
        }
        return true;
    }

    void give(long amount) {
        taken.addAndGet(-amount);
    }

    long taken() {
        return taken.get();
    }
}
