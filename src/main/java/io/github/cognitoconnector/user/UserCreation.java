package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.MessageAction;
import io.github.cognitoconnector.cognito.CognitoCalls;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Attempt;
import io.github.cognitoconnector.rest.DryRun;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a user at Cognito, once: whatever becomes of the answer, he is found again. */
@ApplicationScoped
class UserCreation {

    /** What Cognito says before it makes anybody. */
    private static final Set<ProblemType> REFUSALS = EnumSet.of(
            ProblemType.USER_EXISTS,
            ProblemType.ALIAS_EXISTS,
            ProblemType.INVALID_PASSWORD,
            ProblemType.CREDENTIALS_REJECTED);

    private static final String UNSENT = "The invitation could not be sent. POST …/invitation sends another one.";

    private final CognitoUsers users;
    private final NewUserRules rules;
    private final LostCreate lost;
    private final Attempt attempt;
    private final DryRun dryRun;

    UserCreation(CognitoUsers users, NewUserRules rules, LostCreate lost, Attempt attempt, DryRun dryRun) {
        this.users = users;
        this.rules = rules;
        this.lost = lost;
        this.attempt = attempt;
        this.dryRun = dryRun;
    }

    /**
     * A user who exists now, in no group.
     *
     * @param as what he was made as; his password is good
     * @param found whether he was there already and is taken for the work of an attempt whose answer was lost
     */
    record Made(User user, NewUser as, boolean found, List<String> warnings) {}

    /**
     * One upstream call. After a failure one more, since Cognito may have made him nevertheless: answers get lost, and a
     * message that is not delivered or a trigger that fails comes after the user.
     *
     * @throws ProblemException {@code USER_EXISTS}, {@code ALIAS_EXISTS}, {@code INVALID_PASSWORD}, and whatever failed if
     *     he is not found; where no answer came, it is not known then whether he will be there
     */
    Made make(App app, NewUser wanted) {
        if (dryRun.isOn()) {
            checkFree(app, wanted);
        }
        Instant notBefore = attempt.notBefore();
        try {
            return new Made(users.create(app, wanted), wanted, false, List.of());
        } catch (ProblemException e) {
            if (e.type() == ProblemType.INVALID_PASSWORD && wanted.generated()) {
                return again(app, rules.regenerate(app, wanted), notBefore);
            }
            return found(app, wanted, notBefore, e);
        }
    }

    private Made again(App app, NewUser wanted, Instant notBefore) {
        try {
            return new Made(users.create(app, wanted), wanted, false, List.of());
        } catch (ProblemException e) {
            return found(app, wanted, notBefore, e);
        }
    }

    private void checkFree(App app, NewUser wanted) {
        if (wanted.messageAction() == MessageAction.SEND) {
            dryRun.warn("Cognito sends an invitation to the user.");
        }
        if (users.find(app, wanted.username()).isPresent()) {
            throw ProblemException.field(ProblemType.USER_EXISTS, "/username", "Choose another username.");
        }
    }

    private Made found(App app, NewUser wanted, Instant notBefore, ProblemException e) {
        boolean lostAnswer = CognitoCalls.outcomeUnknown(e) || CognitoCalls.followsARepeat(e) || attempt.isRepeat();
        if (!lostAnswer && !CognitoCalls.isOfARepeat(e) && REFUSALS.contains(e.type())) {
            throw explained(wanted, e);
        }
        User user = look(app, wanted, notBefore, lostAnswer, e).orElseThrow(() -> explained(wanted, e));
        if (lostAnswer) {
            return new Made(user, wanted, true, List.of());
        }
        if (e.type() == ProblemType.PARTIAL_WRITE) {
            return new Made(user, wanted, false, List.of(UNSENT));
        }
        throw e.as(
                ProblemType.PARTIAL_WRITE,
                "User \"" + user.username()
                        + "\" exists, perhaps by this request, although Cognito reported a failure. If so,"
                        + " he is in no group and nobody knows his password. Repeat the request with the same"
                        + " Idempotency-Key, or delete him.");
    }

    /**
     * Where he may be there and cannot be looked for, that is what the caller has to know: a repeat may find him. Otherwise it
     * adds nothing to what failed before.
     */
    private Optional<User> look(App app, NewUser wanted, Instant notBefore, boolean lostAnswer, ProblemException e) {
        try {
            return lost.find(app, wanted, notBefore);
        } catch (ProblemException failure) {
            if (lostAnswer && e.type().status() < 500) {
                failure.addSuppressed(e);
                throw failure;
            }
            e.addSuppressed(failure);
            return Optional.empty();
        }
    }

    private static ProblemException explained(NewUser wanted, ProblemException e) {
        return switch (e.type()) {
            case INVALID_PASSWORD -> e.at(ProblemType.INVALID_PASSWORD, "/temporaryPassword", e.detail());
            case USER_EXISTS -> e.at(ProblemType.USER_EXISTS, "/username", e.detail());
            case PARTIAL_WRITE ->
                e.as(
                        ProblemType.PARTIAL_WRITE,
                        "User \"" + wanted.username()
                                + "\" exists, in no group. The invitation could not be sent, and nobody"
                                + " knows his password.");
            default -> e;
        };
    }
}
