package io.github.cognitoconnector.bulk;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.UserPools;
import io.github.cognitoconnector.job.JobPlan;
import io.github.cognitoconnector.job.NewRow;
import io.github.cognitoconnector.job.OnMissing;
import io.github.cognitoconnector.job.Preparation;
import io.github.cognitoconnector.job.RowResult;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.user.User;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The users of an app whom the file of a sync does not name. */
@ApplicationScoped
class MissingUsers {

    private final UsersOfApp users;
    private final UserOperations operations;
    private final UserPools pools;

    MissingUsers(UsersOfApp users, UserOperations operations, UserPools pools) {
        this.users = users;
        this.operations = operations;
        this.pools = pools;
    }

    /**
     * Adds a row for each of them; an upstream call for 60 users of the app. Takes memory for as many as may be taken away.
     *
     * @throws ProblemException {@code VALIDATION_FAILED} if they are more than may be taken away
     */
    void find(App app, JobPlan plan, Preparation rows) {
        OnMissing onMissing = Objects.requireNonNull(plan.onMissing());
        int most = Objects.requireNonNull(plan.maxDeletes());
        Set<String> signInNames = pools.settings(app).signInAttributes();
        Set<String> found = new HashSet<>();
        users.each(app, page -> {
            for (User user : unnamed(page, onMissing, rows)) {
                if (found.add(user.username())) {
                    check(found.size(), most);
                    rows.add(NewRow.of(onMissing.name(), name(user, signInNames), user.username()));
                }
            }
        });
    }

    /** Repeatable. */
    RowResult takeAway(App app, OnMissing how, String username) {
        return switch (how) {
            case DISABLE -> operations.disable(app, username);
            case DELETE -> operations.delete(app, username);
        };
    }

    private static void check(int found, int most) {
        if (found > most) {
            throw ProblemException.field(
                    ProblemType.VALIDATION_FAILED,
                    "/maxDeletes",
                    "The file leaves out more than " + most + " users of the app. Nothing was changed.");
        }
    }

    /** Who is disabled already is not disabled once more. */
    private static List<User> unnamed(List<User> page, OnMissing onMissing, Preparation rows) {
        List<User> candidates = page.stream()
                .filter(user -> user.enabled() || onMissing == OnMissing.DELETE)
                .toList();
        Set<String> named =
                rows.named(candidates.stream().flatMap(user -> names(user)).toList());
        List<User> unnamed = new ArrayList<>();
        for (User user : candidates) {
            if (names(user).noneMatch(named::contains)) {
                unnamed.add(user);
            }
        }
        return unnamed;
    }

    /** What a file may call him, and more: whoever may be meant is not missing. */
    private static Stream<String> names(User user) {
        return Stream.concat(
                Stream.of(user.username(), String.valueOf(user.sub())),
                Stream.of("email", "phone_number", "preferred_username")
                        .map(user.attributes()::get)
                        .filter(Objects::nonNull));
    }

    private static String name(User user, Set<String> signInNames) {
        return signInNames.stream()
                .sorted()
                .map(user.attributes()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(user.username());
    }
}
