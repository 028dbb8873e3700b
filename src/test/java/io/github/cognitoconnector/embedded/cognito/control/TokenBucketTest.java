package io.github.cognitoconnector.embedded.cognito.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private final AtomicLong now = new AtomicLong();

    @Test
    void burstIsOneSecondsWorthAndRefillsEvenly() {
        TokenBucket bucket = new TokenBucket(2, now::get);
        assertThat(bucket.tryTake()).isTrue();
        assertThat(bucket.tryTake()).isTrue();
        assertThat(bucket.tryTake()).isFalse();

        now.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(bucket.tryTake()).isTrue();
        assertThat(bucket.tryTake()).isFalse();

        now.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(bucket.tryTake()).isTrue();
        assertThat(bucket.tryTake()).isTrue();
        assertThat(bucket.tryTake()).isFalse();
    }

    @Test
    void quotaOfZeroAdmitsNothing() {
        TokenBucket bucket = new TokenBucket(0, now::get);
        now.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(bucket.tryTake()).isFalse();
    }
}
