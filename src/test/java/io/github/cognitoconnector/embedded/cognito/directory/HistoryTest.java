package io.github.cognitoconnector.embedded.cognito.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private final Staleness staleness = new Staleness();
    private final History history = new History(staleness);

    @Test
    void keepsNothingWhileListsSeeEverything() {
        history.note(1, Optional.empty());

        assertThat(history.past()).isEmpty();
    }

    @Test
    void oldestWriteIsSeenEarlyWhenThereAreTooMany() {
        staleness.set(Duration.ofHours(1));
        for (long write = 0; write < 100_000; write++) {
            history.note(write, Optional.empty());
        }
        assertThat(history.past()).hasSize(100_000).containsKey(0L);

        history.note(100_000, Optional.empty());

        assertThat(history.past()).hasSize(100_000).doesNotContainKey(0L).containsKey(100_000L);
    }
}
