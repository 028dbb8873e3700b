package io.github.cognitoconnector.security;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.DryRun;
import io.github.cognitoconnector.rest.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * How often something may be asked for a name, whether anybody has it or not, on all replicas together. Cognito counts for
 * users that it knows alone, so that who reaches its limit would learn that there is such a user; these are reached first.
 * The names are kept as hashes, until the allowance is whole again.
 */
@ApplicationScoped
public class NameAllowances {

    private static final Duration HOUR = Duration.ofHours(1);

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final DryRun dryRun;

    NameAllowances(DataSource database, DryRun dryRun) {
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("rate_bucket")
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
        this.dryRun = dryRun;
    }

    /**
     * What is allowed for a name.
     *
     * @param purpose part of the key
     * @param atOnce after a pause; together with what comes back in an hour this is the most in any hour
     */
    public record Allowance(String purpose, int atOnce, int perHour) {

        private BucketConfiguration bucket() {
            return BucketConfiguration.builder()
                    .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perHour, HOUR))
                    .build();
        }
    }

    /**
     * Counts once; blocks. A dry run is not counted.
     *
     * @throws ProblemException {@code THROTTLED}
     */
    public void take(Allowance allowance, String userPoolId, String name) {
        if (dryRun.isOn()) {
            return;
        }
        String hash = ETags.of(userPoolId, name.toLowerCase(Locale.ROOT));
        BucketProxy bucket = buckets.builder().build(allowance.purpose + "/" + hash, allowance::bucket);
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw usedUp(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** The same words whoever counted. */
    public static ProblemException usedUp(Duration wait) {
        return ProblemException.retryAfter(
                ProblemType.THROTTLED, "This was asked too often for this name. Wait before you ask again.", wait);
    }
}
