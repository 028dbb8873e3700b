package io.github.cognitoconnector.audit;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Lets chains be read as a whole one at a time, and few at once: each reads all of its rows. */
@ApplicationScoped
class ChainReading {

    private static final int MOST = 8;
    private static final Duration LATER = Duration.ofSeconds(5);

    private final Set<String> running = ConcurrentHashMap.newKeySet();

    /** @throws ProblemException {@code THROTTLED} while the chain, or too many others, are being read on this replica */
    <T> T alone(String chain, Supplier<T> reading) {
        if (running.size() >= MOST || !running.add(chain)) {
            throw ProblemException.retryAfter(
                    ProblemType.THROTTLED, "This trail, or several others, are being read already.", LATER);
        }
        try {
            return reading.get();
        } finally {
            running.remove(chain);
        }
    }
}
