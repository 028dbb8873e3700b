package io.github.cognitoconnector.embedded.cognito.importjob;

import io.github.cognitoconnector.embedded.cognito.http.Body;
import io.github.cognitoconnector.embedded.cognito.importjob.ImportJob.Order;
import io.github.cognitoconnector.embedded.cognito.importjob.ImportJob.Status;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The import jobs of all pools and the files put for them. Reading waits for nobody; writing takes a lock that is held
 * for moments only, and inside that of a pool where both are needed.
 */
public final class ImportJobs {

    static final int MAX_JOBS = 1_000;

    /** Files that wait in memory for their jobs to start, all together; AWS has room for more. */
    private static final long MAX_WAITING_BYTES = 256L << 20;

    private final NavigableMap<Long, ImportJob> jobs = new ConcurrentSkipListMap<>();
    private final Map<String, Body> files = new ConcurrentHashMap<>();
    private final Lock lock = new ReentrantLock();
    private final Pools pools;
    private final InstantSource clock;
    private final long room;
    private long last;

    public ImportJobs(Pools pools, InstantSource clock) {
        this(pools, clock, MAX_WAITING_BYTES);
    }

    ImportJobs(Pools pools, InstantSource clock, long room) {
        this.pools = pools;
        this.clock = clock;
        this.room = room;
    }

    /**
     * Adds a job.
     *
     * @throws Refusal {@code LimitExceededException} if the pool has had as many as AWS allows
     */
    ImportJob add(String poolId, String name, String roleArn) {
        return locked(() -> {
            forget();
            if (ofPool(poolId).count() >= MAX_JOBS) {
                throw Refusal.limitExceeded(
                        "The maximum number of user import jobs in a user pool, " + MAX_JOBS + ", has been reached.");
            }
            String id =
                    "import-" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
            Slot slot = Slot.open(poolId, id, clock.instant());
            return kept(ImportJob.of(new Order(++last, id, name, poolId, roleArn, slot)));
        });
    }

    /**
     * The job of this pool as it is now.
     *
     * @throws Refusal {@code ResourceNotFoundException}; AWS does not publish the words
     */
    ImportJob get(String poolId, String id) {
        return ofPool(poolId).filter(job -> job.id().equals(id)).findFirst().orElseThrow(() -> missing(id));
    }

    /** What has become of the job since. */
    ImportJob latest(ImportJob job) {
        return Optional.ofNullable(jobs.get(job.order().sequence()))
                .map(last -> last.at(clock.instant()))
                .orElseThrow(() -> missing(job.id()));
    }

    private static Refusal missing(String id) {
        return Refusal.notFound("User import job " + id + " does not exist.");
    }

    /** The newest first, as AWS lists them, behind the position; the empty position is the beginning. */
    Stream<ImportJob> newestFirst(String poolId, String position) {
        long before = position.isEmpty() ? Long.MAX_VALUE : Long.parseLong(position);
        return ofPool(jobs.headMap(before, false).descendingMap(), poolId);
    }

    static String position(ImportJob job) {
        return String.valueOf(job.order().sequence());
    }

    /** The job whose file belongs at this path. */
    Optional<ImportJob> at(String path) {
        return now(jobs).filter(job -> job.order().slot().path().equals(path)).findFirst();
    }

    /** Every job that is at work in the region of the pool, where AWS has one account. */
    Stream<ImportJob> active(String poolId) {
        String region = poolId.substring(0, poolId.indexOf('_') + 1);
        return now(jobs)
                .filter(job -> job.status().isActive() && job.order().poolId().startsWith(region));
    }

    /** Changes the job; the change must be quick. */
    ImportJob change(ImportJob job, UnaryOperator<ImportJob> change) {
        return locked(() -> kept(change.apply(latest(job))));
    }

    /** Ends the job and lets its file go, as AWS does. */
    void end(ImportJob job, Status status, String message) {
        change(job, last -> last.ended(status, message, clock.instant()));
        files.remove(job.id());
    }

    /** Keeps the file of a job that has not begun, instead of an earlier one; false if there is no room. */
    boolean put(ImportJob job, Body file) {
        return locked(() -> {
            forget();
            long others = files.entrySet().stream()
                    .filter(waiting -> !waiting.getKey().equals(job.id()))
                    .mapToLong(waiting -> waiting.getValue().size())
                    .sum();
            if (others + file.size() > room) {
                return false;
            }
            if (latest(job).status() == Status.Created) {
                files.put(job.id(), file);
            }
            return true;
        });
    }

    Optional<Body> file(ImportJob job) {
        return Optional.ofNullable(files.get(job.id()));
    }

    private void forget() {
        jobs.values().removeIf(job -> pools.find(job.order().poolId()).isEmpty());
        files.keySet()
                .removeIf(id -> now(jobs)
                        .noneMatch(job -> job.id().equals(id)
                                && (job.status() == Status.Created
                                        || job.status().isActive())));
    }

    private ImportJob kept(ImportJob job) {
        jobs.put(job.order().sequence(), job);
        return job;
    }

    Instant now() {
        return clock.instant();
    }

    private Stream<ImportJob> now(Map<Long, ImportJob> some) {
        Instant now = clock.instant();
        return some.values().stream().map(job -> job.at(now));
    }

    private Stream<ImportJob> ofPool(String poolId) {
        return ofPool(jobs, poolId);
    }

    private Stream<ImportJob> ofPool(Map<Long, ImportJob> some, String poolId) {
        return now(some).filter(job -> job.order().poolId().equals(poolId));
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
