package io.github.cognitoconnector.quota;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Those on this replica who want slots of the same bucket, by the same limit and with the same urgency, in the order in which
 * they came. Whoever is first claims for those behind him too, and for as many who come next as there was use for the last
 * time, or twice as many where all was used; a tenth of a second's worth at most.
 */
final class Lane {

    private static final double NANOS = Duration.ofSeconds(1).toNanos();

    /** How many seconds' worth of slots is claimed at a time, and how long the line may be before jobs join it. */
    private static final double WORTH = 0.1;

    /** How long jobs wait before they ask again, about. */
    private static final int PAUSE_MILLIS = 50;

    /** How long whoever has the same patience is refused without asking once somebody was. */
    private static final long FULL = Duration.ofMillis(100).toNanos();

    private static final Duration LATER = Duration.ofSeconds(1);

    private final Bucket bucket;
    private final Urgency urgency;
    private final double rate;
    private final double reserve;
    private final QuotaBuckets buckets;
    private final ReentrantLock line = new ReentrantLock(true);
    private final AtomicInteger waiting = new AtomicInteger();
    private Lease lease;
    private long fullUntil = System.nanoTime();

    /**
     * @param rate the limit, in requests a second
     * @param reserve seconds that callers may be ahead of it
     */
    Lane(Bucket bucket, Urgency urgency, double rate, double reserve, QuotaBuckets buckets) {
        this.bucket = bucket;
        this.urgency = urgency;
        this.rate = rate;
        this.reserve = urgency == Urgency.INTERACTIVE ? reserve : 0;
        this.buckets = buckets;
        this.lease = Lease.none(1 / rate);
    }

    /**
     * Waits for a slot and spends it; blocks.
     *
     * @param until when a caller's patience ends, by {@link System#nanoTime}; jobs have no end of it
     * @throws ProblemException {@code THROTTLED} if there is none until then
     */
    void take(long until) throws InterruptedException {
        long ahead = (long) (reserve * NANOS);
        long slot;
        do {
            slot = slot(until);
            TimeUnit.NANOSECONDS.sleep(slot - ahead - System.nanoTime());
        } while (System.nanoTime() - slot > Lease.LATE);
    }

    /** Callers here that have no slot yet. */
    int waiting() {
        return waiting.get();
    }

    Bucket bucket() {
        return bucket;
    }

    private long slot(long until) throws InterruptedException {
        waiting.incrementAndGet();
        try {
            enter(until);
            try {
                return first(until);
            } finally {
                line.unlock();
            }
        } finally {
            waiting.decrementAndGet();
        }
    }

    private void enter(long until) throws InterruptedException {
        if (urgency == Urgency.BACKGROUND) {
            line.lockInterruptibly();
        } else if (!line.tryLock(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            throw full();
        }
    }

    /** When it is somebody's turn in the line. */
    private long first(long until) throws InterruptedException {
        while (true) {
            OptionalLong slot = lease.next(System.nanoTime());
            if (slot.isPresent()) {
                return slot.getAsLong();
            }
            if (urgency == Urgency.BACKGROUND) {
                TimeUnit.NANOSECONDS.sleep(lease.end() - (long) (WORTH * NANOS) - System.nanoTime());
            }
            switch (claim(until)) {
                case Claim.Granted granted -> lease = granted.lease();
                case Claim.Full() -> waitOrRefuse();
                case Claim.Away() -> {
                    if (urgency == Urgency.INTERACTIVE) {
                        return System.nanoTime();
                    }
                    pause();
                }
            }
        }
    }

    private Claim claim(long until) {
        long now = System.nanoTime();
        if (fullUntil - now > 0) {
            return new Claim.Full();
        }
        double most = urgency == Urgency.INTERACTIVE ? Math.max(0, until - now) / NANOS + reserve : WORTH;
        return buckets.claim(bucket, rate, urgency.share(), size(now), most);
    }

    private int size(long now) {
        int most = Math.max(1, (int) (WORTH / lease.step()));
        int more = lease.usedUp(now) ? lease.count() * 2 : lease.spent();
        return Math.min(most, Math.max(more, waiting.get()));
    }

    private void waitOrRefuse() throws InterruptedException {
        if (urgency == Urgency.INTERACTIVE) {
            if (fullUntil - System.nanoTime() <= 0) {
                fullUntil = System.nanoTime() + FULL;
            }
            throw full();
        }
        pause();
    }

    private static void pause() throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS / 2, PAUSE_MILLIS * 3 / 2));
    }

    private ProblemException full() {
        return ProblemException.retryAfter(
                ProblemType.THROTTLED,
                "Cognito's request quota " + bucket.category().awsName() + " is used up. Try again later.",
                LATER);
    }
}
