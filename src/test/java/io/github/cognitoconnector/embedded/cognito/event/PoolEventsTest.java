package io.github.cognitoconnector.embedded.cognito.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.event.AuthEvent.Facts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolEventsTest {

    private final PoolEvents events = new PoolEvents();

    private void add(String sub, int times) {
        for (int i = 0; i < times; i++) {
            long sequence = events.nextSequence();
            events.add(
                    sub,
                    new AuthEvent(
                            sequence,
                            "event",
                            Instant.EPOCH,
                            new Facts(AuthEvent.Type.SignIn, true, List.of(), ""),
                            null));
        }
    }

    @Test
    void newestOfAUserAreKept() {
        add("ada", 250);

        assertThat(events.newestFirst("ada"))
                .hasSize(200)
                .first()
                .extracting(AuthEvent::sequence)
                .isEqualTo(250L);
    }

    /** Two hundred events of ten thousand users each would be more than a heap of a gibibyte takes beside the users. */
    @Test
    void whoWasSilentForLongestIsForgottenWhenThereAreTooManyEvents() {
        add("first", 1);
        for (int user = 0; user < 249; user++) {
            add("busy" + user, 200);
        }
        assertThat(events.newestFirst("first")).hasSize(1);
        add("busy249", 200);

        assertThat(events.newestFirst("busy0")).as("silent for longest").isEmpty();
        assertThat(events.newestFirst("first")).as("looked at since").hasSize(1);
        assertThat(events.newestFirst("busy249")).hasSize(200);
    }
}
