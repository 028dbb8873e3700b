package io.github.cognitoconnector.embedded.cognito.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.token.Session.Owner;
import io.github.cognitoconnector.embedded.cognito.token.Sessions;
import io.github.cognitoconnector.embedded.cognito.token.UserTokens;
import io.github.cognitoconnector.embedded.cognito.wire.Json;

/** The end of a sign-in that has answered every question: a session and its tokens. */
final class SignedIn {

    private final Sessions sessions;
    private final UserTokens tokens;

    SignedIn(Sessions sessions, UserTokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /** A new session with all three tokens. */
    ObjectNode answer(Attempt attempt, User user) {
        Owner owner = new Owner(attempt.pool().id(), attempt.client().id(), user.sub());
        Sessions.Started started = sessions.begin(owner, attempt.client().refreshTokenLife());
        ObjectNode answer = result(tokens.issue(attempt.pool(), attempt.client(), user, started.session()));
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
