package io.github.cognitoconnector.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FreshCacheTest {

    private final Changes changes;
    private final AtomicInteger reads = new AtomicInteger();

    FreshCacheTest(Changes changes) {
        this.changes = changes;
    }

    @Test
    void remembersUntilSomethingOfTheTopicChangesHere() {
        FreshCache<String, Integer> cache = new FreshCache<>(changes, Topic.APP, 10);
        assertThat(cache.peek("a")).isEmpty();
        int first = read(cache);
        // Something else of the service may change apps at this moment.
        await().untilAsserted(() -> {
            read(cache);
            assertThat(cache.peek("a")).isPresent();
        });
        changes.changed(Topic.APP);
        assertThat(cache.peek("a")).isEmpty();
        assertThat(read(cache)).isGreaterThan(first);
    }

    @Test
    void remembersUntilSomethingOfTheTopicChangesElsewhere() throws SQLException {
        FreshCache<String, Integer> cache = new FreshCache<>(changes, Topic.REVOCATION, 10);
        int first = read(cache);
        try (Connection connection = Database.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update change set count = count + 1 where topic = 'revocation'");
        }
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(read(cache)).isGreaterThan(first));
    }

    /** What was read before a change and kept after it is old already. */
    @Test
    void doesNotBelieveWhatWasReadBeforeAChange() {
        FreshCache<String, Integer> cache = new FreshCache<>(changes, Topic.APP, 10);
        cache.get("a", key -> {
            changes.changed(Topic.APP);
            return 0;
        });
        assertThat(cache.peek("a")).isEmpty();
    }

    private int read(FreshCache<String, Integer> cache) {
        return cache.get("a", key -> reads.incrementAndGet());
    }
}
