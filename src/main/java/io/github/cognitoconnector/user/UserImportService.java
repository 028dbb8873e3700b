package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Attempt;
import io.github.cognitoconnector.user.ImportedUser.Change;
import io.github.cognitoconnector.user.UserCreation.Made;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that users are there, many of them: as {@link NewUserService} and {@link UserUpdateService}, with fewer calls.
 * Whether an address is another user's only Cognito is asked, which knows it exactly where case tells nobody apart.
 */
@ApplicationScoped
public class UserImportService {

    private final NewUserRules rules;
    private final UserCreation creation;
    private final Placement placement;
    private final ExistingUsers existing;
    private final Attempt attempt;

    UserImportService(
            NewUserRules rules, UserCreation creation, Placement placement, ExistingUsers existing, Attempt attempt) {
        this.rules = rules;
        this.creation = creation;
        this.placement = placement;
        this.existing = existing;
        this.attempt = attempt;
    }

    /**
     * Creates the user; one who is there is left as he is. One upstream call for a new user, and one for each of his groups;
     * for one who is there a failed call, a look at him, and one at his groups if any are asked for.
     *
     * @param enabled null if the caller does not mind
     * @throws ProblemException {@code USER_EXISTS} if the user is there and is not as asked for, and what
     *     {@link NewUserService#create} throws
     */
    public ImportedUser create(App app, CreateUserRequest request, @Nullable Boolean enabled) {
        NewUser wanted = rules.decide(app, request);
        try {
            return make(app, wanted, enabled);
        } catch (ProblemException e) {
            if (e.type() != ProblemType.USER_EXISTS) {
                throw e;
            }
            return existing.find(app, wanted.username())
                    .flatMap(user -> asIs(app, user, wanted, request, enabled))
                    .orElseThrow(() -> e);
        }
    }

    /**
     * Creates the user as {@link #create}, or changes whatever the request names and is otherwise: attributes, whether he is
     * enabled, groups that he is not in. He is removed from none, and keeps his password. A look at him first.
     *
     * @throws ProblemException as {@link NewUserService#create} and {@link UserUpdateService#update}
     */
    public ImportedUser upsert(App app, CreateUserRequest request, @Nullable Boolean enabled) {
        NewUser wanted = rules.decide(app, request);
        Optional<User> found = existing.find(app, wanted.username());
        if (found.isEmpty()) {
            return create(app, request, enabled);
        }
        User user = found.get();
        if (isFinished(app, user, wanted, enabled)) {
            return finished(app, user, wanted, enabled);
        }
        boolean changed = existing.change(app, user, request, enabled, attempt.isRepeat());
        return ImportedUser.of(changed || attempt.isRepeat() ? Change.UPDATED : Change.UNCHANGED);
    }

    private ImportedUser make(App app, NewUser wanted, @Nullable Boolean enabled) {
        Made made = creation.make(app, wanted);
        placement.place(app, made);
        if (Boolean.FALSE.equals(enabled)) {
            existing.disable(app, made.user());
        }
        return created(made.as());
    }

    private Optional<ImportedUser> asIs(
            App app, User user, NewUser wanted, CreateUserRequest request, @Nullable Boolean enabled) {
        if (isFinished(app, user, wanted, enabled)) {
            return Optional.of(finished(app, user, wanted, enabled));
        }
        return existing.isAsAsked(app, user, request, enabled)
                ? Optional.of(ImportedUser.of(Change.UNCHANGED))
                : Optional.empty();
    }

    /** Whether the attempt that this one repeats has made him, and was lost at its very end or behind it. */
    private boolean isFinished(App app, User user, NewUser wanted, @Nullable Boolean enabled) {
        return attempt.isOfRepeat(user.createdAt())
                && (user.enabled() || Boolean.FALSE.equals(enabled))
                && LostCreate.isOurs(user.withEnabled(true), wanted, attempt.notBefore())
                && existing.isInNoOtherGroup(app, user, wanted);
    }

    private ImportedUser finished(App app, User user, NewUser wanted, @Nullable Boolean enabled) {
        existing.complete(app, user, wanted);
        if (Boolean.FALSE.equals(enabled)) {
            existing.disable(app, user); // once more, for his tokens
        }
        return created(wanted);
    }

    private static ImportedUser created(NewUser user) {
        return new ImportedUser(Change.CREATED, user.generated() ? user.temporaryPassword() : null);
    }
}
