package io.github.cognitoconnector.embedded.cognito.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.User.Credential;
import io.github.cognitoconnector.embedded.cognito.directory.UserStatus;
import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.token.Session.Owner;
import io.github.cognitoconnector.embedded.cognito.token.Sessions;
import io.github.cognitoconnector.embedded.cognito.token.UserTokens;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Signing in with a password: tokens, or the demand for a new password. */
final class SignIn {

    private final Challenges challenges;
    private final Sessions sessions;
    private final UserTokens tokens;
    private final InstantSource clock;

    SignIn(Challenges challenges, Sessions sessions, UserTokens tokens, InstantSource clock) {
        this.challenges = challenges;
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
    }

    ObjectNode withPassword(UserPool pool, AppClient client, String username, String password) {
        User user = pool.users().find(username).orElseThrow(() -> unknown(client));
        if (!user.standing().enabled()) {
            throw Refusal.notAuthorized("User is disabled.");
        }
        checkPassword(user, password);
        return user.status() == UserStatus.FORCE_CHANGE_PASSWORD
                ? demandNewPassword(pool, client, user)
                : signedIn(pool, client, user);
    }

    private static Refusal unknown(AppClient client) {
        return client.revealsUserExistence() ? Accounts.missing() : wrong();
    }

    private static Refusal wrong() {
        return Refusal.notAuthorized("Incorrect username or password.");
    }

    private void checkPassword(User user, String password) {
        if (user.status() == UserStatus.RESET_REQUIRED) {
            throw new Refusal("PasswordResetRequiredException", "Password reset required for the user");
        }
        Credential credential = user.standing().credential();
        if (credential == null || !credential.password().matches(password)) {
            throw wrong();
        }
        Instant expiry = credential.expiresAt();
        if (expiry != null && clock.instant().isAfter(expiry)) {
            throw Refusal.notAuthorized("Temporary password has expired and must be reset by an administrator.");
        }
    }

    private ObjectNode demandNewPassword(UserPool pool, AppClient client, User user) {
        String session = challenges.begin(client.id(), user.sub(), client.challengeLife());
        ObjectNode answer =
                Json.object().put("ChallengeName", "NEW_PASSWORD_REQUIRED").put("Session", session);
        ObjectNode attributes = Json.object();
        user.attributes().forEach(attributes::put);
        List<String> missing = pool.settings().schema().required().stream()
                .filter(name -> user.value(name).isEmpty())
                .map(name -> "userAttributes." + name)
                .toList();
        answer.putObject("ChallengeParameters")
                .put("USER_ID_FOR_SRP", user.username())
                .put("requiredAttributes", Json.write(Json.array(missing)))
                .put("userAttributes", Json.write(attributes));
        return answer;
    }

    /** A new session with all three tokens. */
    ObjectNode signedIn(UserPool pool, AppClient client, User user) {
        Sessions.Started started =
                sessions.begin(new Owner(pool.id(), client.id(), user.sub()), client.refreshTokenLife());
        ObjectNode answer = result(tokens.issue(pool, client, user, started.session()));
        answer.withObject("/AuthenticationResult").put("RefreshToken", started.refreshToken());
        return answer;
    }

    static ObjectNode result(UserTokens.Pair pair) {
        ObjectNode answer = Json.object();
        answer.putObject("ChallengeParameters");
        answer.putObject("AuthenticationResult")
                .put("AccessToken", pair.accessToken())
                .put("IdToken", pair.idToken())
                .put("ExpiresIn", pair.life().toSeconds())
                .put("TokenType", "Bearer");
        return answer;
    }
}
