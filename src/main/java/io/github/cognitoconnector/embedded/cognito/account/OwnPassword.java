package io.github.cognitoconnector.embedded.cognito.account;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Operation.silent;

import io.github.cognitoconnector.embedded.cognito.code.Codes;
import io.github.cognitoconnector.embedded.cognito.code.HourlyAttempts;
import io.github.cognitoconnector.embedded.cognito.code.HourlyAttempts.Action;
import io.github.cognitoconnector.embedded.cognito.code.Purpose;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.User.Credential;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.token.AccessTokens;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.user.PermanentPassword;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.List;

/** ChangePassword. Sign-ins that last go on. */
public final class OwnPassword {

    private final AccessTokens accessTokens;
    private final Accounts accounts;
    private final Codes codes;
    private final HourlyAttempts attempts;

    public OwnPassword(AccessTokens accessTokens, Accounts accounts, Codes codes, HourlyAttempts attempts) {
        this.accessTokens = accessTokens;
        this.accounts = accounts;
        this.codes = codes;
        this.attempts = attempts;
    }

    public List<Operation> operations() {
        return List.of(Operation.open(
                "ChangePassword",
                silent(this::change),
                required("AccessToken", Shapes.TOKEN),
                optional("PreviousPassword", Shapes.PASSWORD),
                required("ProposedPassword", Shapes.PASSWORD)));
    }

    private void change(Input input) {
        AccessTokens.Bearer bearer = accessTokens.bearer(input.text("AccessToken"));
        attempts.count(bearer.user().sub(), Action.CHANGE_PASSWORD);
        accounts.change(bearer.pool(), bearer.user().sub(), (pool, user, now) -> {
            checkPrevious(pool, user, input);
            return PermanentPassword.set(pool, user, input.text("ProposedPassword"), now);
        });
        codes.forget(bearer.user().sub(), Purpose.PASSWORD_RESET);
    }

    /** Only who has no password leaves the previous one out. */
    private static void checkPrevious(UserPool pool, User user, Input input) {
        Credential credential = user.standing().credential();
        if (credential == null) {
            return;
        }
        if (!input.has("PreviousPassword")) {
            throw Refusal.invalidParameter("Missing required parameter PreviousPassword");
        }
        if (!pool.matches(user, credential.password(), input.text("PreviousPassword"))) {
            throw Refusal.notAuthorized("Incorrect username or password.");
        }
    }
}
