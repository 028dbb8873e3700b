package io.github.cognitoconnector.signin;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.CognitoCalls;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What Cognito remembers of sign-ins. Throws {@link ProblemException} as {@link CognitoCalls} does. */
@ApplicationScoped
class CognitoSignIns {

    private final CognitoCalls calls;

    CognitoSignIns(CognitoCalls calls) {
        this.calls = calls;
    }

    /**
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code UNSUPPORTED_STATE} if the pool has no threat protection
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListUserAuthEvents.html">AdminListUserAuthEvents</a>
     */
    Page<SignIn> list(App app, String username, int limit, @Nullable String token) {
        return calls.read(app, cognito -> {
            var found = cognito.adminListUserAuthEvents(r -> r.userPoolId(app.userPoolId())
                    .username(username)
                    .maxResults(limit)
                    .nextToken(token));
            return Pages.of(found.authEvents(), SignInMapper::toSignIn, found.nextToken());
        });
    }
}
