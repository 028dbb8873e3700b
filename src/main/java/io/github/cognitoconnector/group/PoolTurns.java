package io.github.cognitoconnector.group;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.database.Turns;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.quota.Background;
import io.github.cognitoconnector.rest.DryRun;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One at a time for each user and each group of a pool, among the callers of this service. */
@ApplicationScoped
public class PoolTurns {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** More than the deadlines of all calls to Cognito that one turn makes. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Turns turns;
    private final DryRun dryRun;

    PoolTurns(Turns turns, DryRun dryRun) {
        this.turns = turns;
        this.dryRun = dryRun;
    }

    /**
     * @param id tells nothing of a person
     * @throws ProblemException {@code THROTTLED} if others did not let it have its turn in time
     */
    public <T> T take(App app, String kind, String id, Supplier<T> work) {
        if (dryRun.isOn()) {
            return work.get();
        }
        String name = String.join("/", kind, app.userPoolId(), id);
        @Nullable T done = turns.take(name, PATIENCE, LONGEST, () -> Background.pressing(work));
        if (done == null) {
            throw ProblemException.of(ProblemType.THROTTLED, "Others are changing the same. Try again in a moment.");
        }
        return done;
    }
}
