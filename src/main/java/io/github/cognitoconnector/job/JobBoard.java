package io.github.cognitoconnector.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which jobs there are to work on, as this replica has last seen it, and which is next: of the apps the one that has the
 * fewest rows in flight here, and of its jobs the oldest.
 */
@ApplicationScoped
class JobBoard {

    private static final Duration INTERVAL = Duration.ofMillis(500);

    /** The oldest; the others wait. */
    private static final int MOST = 1000;

    private final JobRepository jobs;
    private final JobMetrics metrics;
    private final Map<UUID, JobPace> paces = new HashMap<>();
    private final Set<UUID> resting = new HashSet<>();
    private volatile List<RunningJob> open = List.of();
    private long readAt;
    private boolean stale = true;

    JobBoard(JobRepository jobs, JobMetrics metrics) {
        this.jobs = jobs;
        this.metrics = metrics;
    }

    /** Reads the jobs anew if it is time; blocks. */
    synchronized void refresh() {
        if (!stale && System.nanoTime() - readAt < INTERVAL.toNanos()) {
            return;
        }
        open = jobs.open(MOST);
        readAt = System.nanoTime();
        stale = false;
        resting.clear();
        Set<UUID> ids = new HashSet<>();
        open.forEach(job -> ids.add(job.id()));
        paces.entrySet()
                .removeIf(
                        pace -> !ids.contains(pace.getKey()) && pace.getValue().inFlight() == 0);
        metrics.open(open.size());
    }

    /** Has the jobs read anew at the next look. */
    synchronized void expire() {
        stale = true;
    }

    /** Nothing of the job can be begun until the jobs are read anew. */
    synchronized void rest(RunningJob job) {
        resting.add(job.id());
    }

    /** Something of the job may be begun again. */
    synchronized void unrest(RunningJob job) {
        resting.remove(job.id());
    }

    synchronized JobPace pace(RunningJob job) {
        return paces.computeIfAbsent(job.id(), id -> new JobPace());
    }

    /**
     * Costs as much as there are jobs, since it is asked for each of them that has nothing to begin.
     *
     * @param parallelism how many rows are worked on at a time
     */
    synchronized Optional<RunningJob> next(int parallelism) {
        Map<String, Integer> loads = loads();
        return open.stream()
                .filter(job ->
                        !resting.contains(job.id()) && pace(job).allows() && room(loads, job.appId(), parallelism) > 0)
                .min(Comparator.<RunningJob>comparingInt(job -> loads.getOrDefault(job.appId(), 0))
                        .thenComparing(RunningJob::createdAt));
    }

    /**
     * How many more rows of the job's app there may be in hand. One that is alone has all hands, and as much again waiting; of
     * several each has its share of the hands, so that one that waits for its quota keeps nobody else waiting.
     */
    synchronized int room(RunningJob job, int parallelism) {
        return room(loads(), job.appId(), parallelism);
    }

    private static int room(Map<String, Integer> loads, String app, int parallelism) {
        int apps = loads.size();
        int share = apps <= 1 ? 2 * parallelism : Math.max(1, parallelism / apps);
        return Math.min(parallelism, share - loads.getOrDefault(app, 0));
    }

    /** Rows that are in hand, by app; every app with an open job is there. */
    private Map<String, Integer> loads() {
        Map<String, Integer> loads = new HashMap<>();
        open.forEach(job -> loads.merge(job.appId(), pace(job).inFlight(), Integer::sum));
        return loads;
    }

    /** Those that this replica works on. */
    synchronized List<RunningJob> active() {
        return open.stream().filter(job -> pace(job).inFlight() > 0).toList();
    }

    /** Whether rows of the job are still to be worked on. */
    boolean isOpen(RunningJob job) {
        return open.stream().anyMatch(other -> other.id().equals(job.id()));
    }
}
