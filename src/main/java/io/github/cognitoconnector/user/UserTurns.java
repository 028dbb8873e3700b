package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.database.Turns;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.DryRun;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One at a time for each user. */
@ApplicationScoped
class UserTurns {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** More than the deadlines of all calls to Cognito that one turn makes. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Turns turns;
    private final DryRun dryRun;

    UserTurns(Turns turns, DryRun dryRun) {
        this.turns = turns;
        this.dryRun = dryRun;
    }

    /** @throws ProblemException {@code THROTTLED} if others did not let it have its turn in time */
    <T> T take(App app, User user, Supplier<T> work) {
        if (dryRun.isOn()) {
            return work.get();
        }
        String name = String.join("/", "user", app.userPoolId(), String.valueOf(user.sub()));
        @Nullable T done = turns.take(name, PATIENCE, LONGEST, work);
        if (done == null) {
            throw ProblemException.of(ProblemType.THROTTLED, "Others are changing this user. Try again in a moment.");
        }
        return done;
    }
}
