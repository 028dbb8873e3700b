package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoconnector.embedded.cognito.directory.Staleness;
import io.github.cognitoconnector.embedded.cognito.pool.PoolSettings.PoolIdentity;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CreatePoolRulesTest {

    /** Below the SDK, since it would take a thousand calls. */
    @Test
    void regionHasAThousandPoolsAtMost() {
        Pools pools = new Pools(new Staleness());
        for (int i = 0; i < Pools.MAX_POOLS; i++) {
            pools.create(settings("eu-west-1_" + i));
        }

        assertThatThrownBy(() -> pools.create(settings("eu-west-1_more")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("LimitExceededException"));
        assertThat(pools.create(settings("eu-west-2_other")).id()).isEqualTo("eu-west-2_other");
    }

    private static PoolSettings settings(String id) {
        return PoolSettings.of(new PoolIdentity(id, "pool", Instant.EPOCH), Json.object());
    }
}
