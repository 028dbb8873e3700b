package io.github.cognitoconnector.access;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.group.Group;
import io.github.cognitoconnector.group.GroupService;
import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.security.ShownTokens;
import io.github.cognitoconnector.security.TokenFinding;
import io.github.cognitoconnector.security.TokenFinding.Flaw;
import io.github.cognitoconnector.user.User;
import io.github.cognitoconnector.user.UserFinder;
import io.github.cognitoconnector.user.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says who may enter an app, in which roles, and why. */
@ApplicationScoped
public class AccessService {

    /** The most that Cognito lists at a time. */
    private static final int PAGE = 60;

    private final ShownTokens tokens;
    private final UserFinder users;
    private final GroupService groups;

    AccessService(ShownTokens tokens, UserFinder users, GroupService groups) {
        this.tokens = tokens;
        this.users = users;
        this.groups = groups;
    }

    /**
     * No upstream call for a token; two for a user, and one more for each 60 groups that he is in beyond the first.
     *
     * @throws ProblemException {@code VALIDATION_FAILED}, {@code AMBIGUOUS_USER}, {@code IDENTITY_PROVIDER_UNAVAILABLE}
     */
    Evaluation evaluate(App app, EvaluateRequest request) {
        String token = request.token();
        String user = request.user();
        if (token != null && user == null) {
            return ofToken(app, token);
        }
        if (user != null && token == null) {
            return ofUser(app, reference(user));
        }
        String detail = "Give either a token or a user.";
        throw ProblemException.fields(
                ProblemType.VALIDATION_FAILED,
                List.of(
                        FieldError.of(ProblemType.VALIDATION_FAILED, "/token", detail),
                        FieldError.of(ProblemType.VALIDATION_FAILED, "/user", detail)));
    }

    private Evaluation ofToken(App app, String token) {
        return switch (tokens.examine(app, token)) {
            case TokenFinding.Refused refused -> Evaluation.denied(null, reason(refused.flaw()));
            case TokenFinding.OfPerson person ->
                person.ended()
                        ? Evaluation.denied(person.username(), Reason.signedOut())
                        : new EntryRules(app).evaluate(person.username(), person.groups());
        };
    }

    private Evaluation ofUser(App app, UserRef reference) {
        try {
            User user = users.get(app, reference);
            return user.enabled()
                    ? new EntryRules(app).evaluate(user.username(), groupsOf(app, user.username()))
                    : Evaluation.denied(user.username(), Reason.userDisabled());
        } catch (ProblemException e) {
            if (e.type() != ProblemType.USER_NOT_FOUND) {
                throw e;
            }
            return Evaluation.denied(null, Reason.userNotFound());
        }
    }

    private List<String> groupsOf(App app, String username) {
        List<String> names = new ArrayList<>();
        @Nullable String position = null;
        do {
            Page<Group> page = groups.listOfUser(app, username, PAGE, position);
            page.items().forEach(group -> names.add(group.name()));
            position = page.nextCursor();
        } while (position != null);
        return names;
    }

    private static UserRef reference(String user) {
        try {
            return UserRef.parse(user);
        } catch (ProblemException e) {
            throw e.at(ProblemType.VALIDATION_FAILED, "/user", e.detail());
        }
    }

    private static Reason reason(Flaw flaw) {
        return switch (flaw) {
            case INVALID ->
                new Reason("token-invalid", "It is no id or access token, or its issuer has not signed it.");
            case OTHER_POOL -> new Reason("token-of-other-pool", "The token is not of the app's user pool.");
            case OTHER_CLIENT -> new Reason("client-not-of-app", "The token was issued for a client of another app.");
            case EXPIRED -> new Reason("token-expired", "The token has expired.");
            case NO_PERSON ->
                new Reason("token-of-client", "The token is of a client that acts for itself, and not of a person.");
        };
    }
}
