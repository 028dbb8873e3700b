package io.github.cognitoconnector.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LeaseTest {

    private static final long STEP = Duration.ofMillis(20).toNanos();
    private static final long START = 1_000_000_000L;

    private final Lease lease = new Lease(START, 0.02, 4);

    @Test
    void givesEachSlotOnce() {
        for (int i = 0; i < 4; i++) {
            assertThat(lease.next(START)).hasValue(START + i * STEP);
        }
        assertThat(lease.next(START)).isEmpty();
        assertThat(lease.usedUp(START)).isTrue();
        assertThat(lease.end()).isEqualTo(START + 4 * STEP);
    }

    /** As after a pause of the whole process: others count on the time of these slots being over. */
    @Test
    void forfeitsWhatItIsLateFor() {
        assertThat(lease.next(START + Lease.LATE + STEP + 1)).hasValue(START + 2 * STEP);
        assertThat(lease.next(START + Duration.ofSeconds(1).toNanos())).isEmpty();
        assertThat(lease.usedUp(START + STEP)).isFalse();
        assertThat(lease.spent()).as("as many are claimed the next time").isOne();
    }

    @Test
    void isNotUsedUpWhileThereIsSomethingLeftOrWhenItWasLongAgo() {
        for (OptionalLong slot = lease.next(START); slot.isPresent(); slot = lease.next(START)) {
            if (slot.getAsLong() < START + 3 * STEP) {
                assertThat(lease.usedUp(START)).isFalse();
            }
        }
        assertThat(lease.usedUp(START + 3 * STEP + Lease.LATE)).isTrue();
        assertThat(lease.usedUp(START + 3 * STEP + Lease.LATE + 1)).isFalse();
    }

    @Test
    void aLeaseOfNothingHasBeenOfNoUse() {
        Lease none = Lease.none(0.5);
        assertThat(none.next(System.nanoTime())).isEmpty();
        assertThat(none.usedUp(System.nanoTime())).isFalse();
        assertThat(none.step()).isEqualTo(0.5);
    }
}
