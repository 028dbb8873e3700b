package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.CognitoCalls;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Who is in a group, as Cognito tells it. */
@ApplicationScoped
class CognitoGroupMembers {

    private final CognitoCalls calls;

    CognitoGroupMembers(CognitoCalls calls) {
        this.calls = calls;
    }

    /**
     * Pages may be short or empty although more follow.
     *
     * @throws ProblemException {@code GROUP_NOT_FOUND}, and as {@link CognitoCalls} does
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsersInGroup.html">ListUsersInGroup</a>
     */
    Page<User> list(App app, String group, int limit, @Nullable String token) {
        return calls.read(app, cognito -> {
            var found = cognito.listUsersInGroup(r ->
                    r.userPoolId(app.userPoolId()).groupName(group).limit(limit).nextToken(token));
            return Pages.of(found.users(), UserMapper::toUser, found.nextToken());
        });
    }
}
