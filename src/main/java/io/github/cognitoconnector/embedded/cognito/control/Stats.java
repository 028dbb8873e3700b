package io.github.cognitoconnector.embedded.cognito.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each operation was called and how it ended. */
public final class Stats {

    enum Outcome {
        SUCCEEDED,
        THROTTLED,
        FAILED
    }

    private final Map<String, Map<Outcome, LongAdder>> counts = new ConcurrentSkipListMap<>();

    void count(String operation, Outcome outcome) {
        counts.computeIfAbsent(operation, name -> new ConcurrentHashMap<>())
                .computeIfAbsent(outcome, name -> new LongAdder())
                .increment();
    }

    void clear() {
        counts.clear();
    }

    ObjectNode describe() {
        ObjectNode all = Json.object();
        counts.forEach((operation, outcomes) -> {
            long throttled = sum(outcomes, Outcome.THROTTLED);
            long failed = sum(outcomes, Outcome.FAILED);
            all.putObject(operation)
                    .put("calls", sum(outcomes, Outcome.SUCCEEDED) + throttled + failed)
                    .put("throttled", throttled)
                    .put("failed", failed);
        });
        return all;
    }

    private static long sum(Map<Outcome, LongAdder> outcomes, Outcome outcome) {
        LongAdder count = outcomes.get(outcome);
        return count == null ? 0 : count.sum();
    }
}
