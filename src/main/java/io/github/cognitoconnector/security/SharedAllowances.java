package io.github.cognitoconnector.security;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import io.github.cognitoconnector.database.Chores;
import io.github.cognitoconnector.database.SchemaReady;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import javax.sql.DataSource;

/** What callers may still ask, in the database, for all replicas; a row for each caller and app of the last minutes. */
@ApplicationScoped
class SharedAllowances {

    /** Of a second's requests: a busy caller costs a replica about this many look-ups a second. */
    private static final int PARTS = 10;

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int BATCH = 1000;

    private final RatesConfig config;
    private final BucketConfiguration allowance;
    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

    SharedAllowances(RatesConfig config, DataSource database) {
        this.config = config;
        this.allowance = BucketConfiguration.builder()
                .addLimit(limit ->
                        limit.capacity(config.burst()).refillGreedy(config.requestsPerSecond(), Duration.ofSeconds(1)))
                .build();
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("rate_bucket")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT))
                .build();
    }

    /**
     * A part of an allowance.
     *
     * @param retryAfter how long it takes until there is one again, if the count is 0
     */
    record Part(long count, Duration retryAfter) {}

    int largestPart() {
        return Math.max(1, config.requestsPerSecond() / PARTS);
    }

    /** Takes as much as there is, up to a number; blocks. */
    Part take(String key, int most) {
        BucketProxy bucket = buckets.builder().build(id(key), () -> allowance);
        long taken = bucket.tryConsumeAsMuchAsPossible(most);
        return taken > 0
                ? new Part(taken, Duration.ZERO)
                : new Part(
                        0,
                        Duration.ofNanos(
                                Math.max(1, bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill())));
    }

    /** Another allowance counts anew. */
    private String id(String key) {
        return config.requestsPerSecond() + "," + config.burst() + "/" + key;
    }

    void start(@Observes SchemaReady event, Chores chores) {
        chores.every(KEPT, "rates", this::forget);
    }

    private void forget() {
        while (buckets.removeExpired(BATCH) == BATCH) {
            // as long as there are full batches
        }
    }
}
