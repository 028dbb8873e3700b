package io.github.cognitoconnector.quota;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.QuotaCategory;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Lets calls of Cognito go as often as its quotas allow, those of all replicas together: each waits for its slot. Jobs
 * ({@link Background}) take what others leave.
 */
@ApplicationScoped
public class Governor {

    private final Lanes lanes;
    private final QuotaBuckets buckets;
    private final PoolAccounts accounts;
    private final Limits limits;
    private final QuotaMetrics metrics;

    Governor(Lanes lanes, QuotaBuckets buckets, PoolAccounts accounts, Limits limits, QuotaMetrics metrics) {
        this.lanes = lanes;
        this.buckets = buckets;
        this.accounts = accounts;
        this.limits = limits;
        this.metrics = metrics;
    }

    /**
     * Waits until a call may go; blocks. While the database is away callers go at once, and jobs wait.
     *
     * @param operation Cognito's name of it
     * @param patience how long a caller waits at the most; a job waits as long as it takes
     * @throws ProblemException {@code THROTTLED} if it would take longer, or if the thread is interrupted
     * @throws IllegalStateException if {@link QuotaCategory} does not know the operation
     */
    public void take(App app, String operation, Duration patience) {
        take(app, operation, patience, Background.urgency());
    }

    /** As {@link #take}, for a further attempt of the same call, whose time is running: a job's is a caller's too. */
    public void takeAgain(App app, String operation, Duration patience) {
        take(app, operation, patience, Urgency.INTERACTIVE);
    }

    /** Cognito has refused an attempt as one too many: for a while all replicas ask less. */
    public void throttled(App app, String operation) {
        metrics.throttled(QuotaCategory.of(operation));
        bucketsOf(app, operation).forEach(buckets::throttled);
    }

    private void take(App app, String operation, Duration patience, Urgency urgency) {
        long begun = System.nanoTime();
        try {
            for (Bucket bucket : bucketsOf(app, operation)) {
                lanes.of(bucket, urgency, limits.of(app, bucket.category())).take(begun + patience.toNanos());
            }
            Background.check();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(
                    ProblemType.THROTTLED, "It was interrupted before Cognito's quota let it go on.", e);
        } finally {
            metrics.waited(QuotaCategory.of(operation), urgency, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    /** The narrower one first, so that no slot of the wider one passes while it waits. */
    private List<Bucket> bucketsOf(App app, String operation) {
        QuotaCategory category = QuotaCategory.of(operation);
        Bucket ofAccount = Bucket.ofAccount(accounts.of(app.userPoolId()), app.region(), category);
        return category.isLimitedPerPool()
                ? List.of(Bucket.ofPool(app.userPoolId(), operation), ofAccount)
                : List.of(ofAccount);
    }
}
