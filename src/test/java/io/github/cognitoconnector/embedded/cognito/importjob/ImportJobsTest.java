package io.github.cognitoconnector.embedded.cognito.importjob;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.clock.AdjustableClock;
import io.github.cognitoconnector.embedded.cognito.directory.Staleness;
import io.github.cognitoconnector.embedded.cognito.http.Body;
import io.github.cognitoconnector.embedded.cognito.importjob.ImportJob.Status;
import io.github.cognitoconnector.embedded.cognito.pool.PoolSettings;
import io.github.cognitoconnector.embedded.cognito.pool.PoolSettings.PoolIdentity;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.testing.Imports;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Files wait in memory, so that they are bounded all together, and go with what becomes of their jobs. */
class ImportJobsTest {

    private static final Body SIX = Body.of("123456");

    private final AdjustableClock clock = new AdjustableClock();
    private final Pools pools = new Pools(new Staleness());
    private final ImportJobs jobs = new ImportJobs(pools, clock, 10);
    private final String pool = pools.add(
                    PoolSettings.of(new PoolIdentity("us-east-1_pool", "pool", clock.instant()), Json.object()))
            .id();

    private ImportJob job() {
        return jobs.add(pool, "job", Imports.ROLE);
    }

    @Test
    void filesFillTheRoom() {
        ImportJob first = job();
        ImportJob second = job();

        assertThat(jobs.put(first, SIX)).isTrue();
        assertThat(jobs.put(second, SIX)).isFalse();
        assertThat(jobs.put(first, SIX)).as("instead of the earlier one").isTrue();
        assertThat(jobs.file(second)).isEmpty();
        assertThat(jobs.file(first)).contains(SIX);
    }

    @Test
    void fileGoesWithTheEndOfItsJob() {
        ImportJob first = job();
        jobs.put(first, SIX);

        jobs.end(first, Status.Failed, "over");

        assertThat(jobs.file(first)).isEmpty();
        assertThat(jobs.put(job(), SIX)).isTrue();
        assertThat(jobs.put(first, SIX))
                .as("there is no room, not even for what nobody reads")
                .isFalse();
    }

    @Test
    void fileOfAnExpiredJobGoes() {
        ImportJob first = job();
        jobs.put(first, SIX);
        clock.shift(Duration.ofHours(25));

        assertThat(jobs.put(job(), SIX)).isTrue();
        assertThat(jobs.file(first)).isEmpty();
    }

    @Test
    void fileOfAJobAtWorkStays() {
        ImportJob first = job();
        jobs.put(first, SIX);
        jobs.change(first, job -> job.started(clock.instant()));
        clock.shift(Duration.ofHours(25));

        assertThat(jobs.put(job(), SIX)).isFalse();
        assertThat(jobs.file(first)).contains(SIX);
    }
}
