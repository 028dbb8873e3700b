package io.github.cognitoconnector.signin;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.Pages;
import io.github.cognitoconnector.user.UserFinder;
import io.github.cognitoconnector.user.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The sign-ins of users. Costs one upstream call for each upstream page, for a user named plainly. */
@ApplicationScoped
public class UserSignInService {

    private final CognitoSignIns signIns;
    private final UserFinder finder;

    UserSignInService(CognitoSignIns signIns, UserFinder finder) {
        this.signIns = signIns;
        this.finder = finder;
    }

    /**
     * The newest come first.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code AMBIGUOUS_USER}, {@code UNSUPPORTED_STATE} if the pool has no
     *     threat protection
     */
    Page<SignIn> list(App app, UserRef user, int limit, @Nullable String position) {
        String username = finder.username(app, user);
        return Pages.fill(limit, position, (size, token) -> signIns.list(app, username, size, token));
    }
}
