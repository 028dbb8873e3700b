package io.github.cognitoconnector.embedded.cognito.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private final AtomicLong now = new AtomicLong();

    @Test
    void admitsTheRateHoweverOftenOneAsks() {
        TokenBucket bucket = new TokenBucket(50, now::get);

        assertThat(admitted(bucket, 200, Duration.ofSeconds(2))).isBetween(100, 105);
        assertThat(admitted(bucket, 200, Duration.ofSeconds(60))).isBetween(2_999, 3_001);
    }

    @Test
    void keepsATenthOfASecondOfWhatWasNotUsed() {
        TokenBucket bucket = new TokenBucket(50, now::get);
        now.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(admitted(bucket, 1_000_000, Duration.ofMillis(1))).isEqualTo(5);
    }

    @Test
    void slowRateAdmitsOneAtOnce() {
        TokenBucket bucket = new TokenBucket(0.5, now::get);
        assertThat(bucket.tryTake()).isTrue();
        assertThat(bucket.tryTake()).isFalse();

        now.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(bucket.tryTake()).isTrue();
        assertThat(bucket.tryTake()).isFalse();
    }

    private int admitted(TokenBucket bucket, int perSecond, Duration time) {
        int admitted = 0;
        long step = Duration.ofSeconds(1).toNanos() / perSecond;
        for (long passed = 0; passed < time.toNanos(); passed += step) {
            admitted += bucket.tryTake() ? 1 : 0;
            now.addAndGet(step);
        }
        return admitted;
    }

    @Test
    void quotaOfZeroAdmitsNothing() {
        TokenBucket bucket = new TokenBucket(0, now::get);
        now.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(bucket.tryTake()).isFalse();
    }
}
