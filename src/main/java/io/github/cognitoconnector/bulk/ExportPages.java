package io.github.cognitoconnector.bulk;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.group.Group;
import io.github.cognitoconnector.group.GroupService;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.quota.Background;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.user.User;
import io.github.cognitoconnector.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Fetches users for exports, behind interactive callers; what fails and may pass is tried again for a while. */
@ApplicationScoped
class ExportPages {

    /** The most that Cognito lists at a time. */
    static final int PAGE = 60;

    private static final int TRIES = 6;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final UserService users;
    private final GroupService groups;

    ExportPages(UserService users, GroupService groups) {
        this.users = users;
        this.groups = groups;
    }

    /** One upstream call, and one for each user if groups are asked for. */
    ExportPage fetch(App app, ExportPlan plan, @Nullable String position) {
        return Background.call(() -> {
            Page<User> page = patiently(() -> users.list(app, null, PAGE, position));
            List<ExportedUser> exported = new ArrayList<>();
            for (User user : page.items()) {
                exported.add(new ExportedUser(user, plan.groups() ? patiently(() -> groupsOf(app, user)) : null));
            }
            return new ExportPage(exported, page.nextCursor());
        });
    }

    /** Who was deleted meanwhile is in none. */
    private List<String> groupsOf(App app, User user) {
        List<String> names = new ArrayList<>();
        String position = null;
        try {
            do {
                Page<Group> page = groups.listOfUser(app, user.username(), PAGE, position);
                page.items().forEach(group -> names.add(group.name()));
                position = page.nextCursor();
            } while (position != null);
        } catch (ProblemException e) {
            if (e.type() != ProblemType.USER_NOT_FOUND) {
                throw e;
            }
        }
        return names;
    }

    private static <T> T patiently(Supplier<T> call) {
        for (int tries = 1; ; tries++) {
            try {
                return call.get();
            } catch (ProblemException e) {
                if (tries == TRIES || e.type().status() < 429 || !pause(tries)) {
                    throw e;
                }
            }
        }
    }

    private static boolean pause(int tries) {
        try {
            Thread.sleep(PAUSE.multipliedBy(1L << tries));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
