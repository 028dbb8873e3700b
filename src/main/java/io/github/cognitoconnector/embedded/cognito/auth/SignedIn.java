package io.github.cognitoconnector.embedded.cognito.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.device.DeviceTracking;
import io.github.cognitoconnector.embedded.cognito.device.Devices;
import io.github.cognitoconnector.embedded.cognito.device.Devices.Used;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.token.Session;
import io.github.cognitoconnector.embedded.cognito.token.Session.Owner;
import io.github.cognitoconnector.embedded.cognito.token.Sessions;
import io.github.cognitoconnector.embedded.cognito.token.UserTokens;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.Objects;
import java.util.Optional;

/** The end of a sign-in that has answered every question: a session and its tokens. */
final class SignedIn {

    private final Sessions sessions;
    private final UserTokens tokens;
    private final Devices devices;
    private final Lockouts lockouts;

    SignedIn(Sessions sessions, UserTokens tokens, Devices devices, Lockouts lockouts) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.devices = devices;
        this.lockouts = lockouts;
    }

    /** A new session with all three tokens; in a pool that tracks devices also the key of a device not yet known. */
    ObjectNode answer(Attempt attempt, User user) {
        Optional<Used> device =
                devices.use(attempt.pool(), user, attempt.origin().deviceKey());
        lockouts.succeeded(Lockouts.who(attempt, user.sub()));
        Owner owner = new Owner(
                attempt.pool().id(),
                attempt.client().id(),
                user.sub(),
                device.map(Used::key).orElse(null));
        Sessions.Started started = sessions.begin(owner, attempt.client().refreshTokenLife());
        checkUnchanged(attempt, user, started.session());
        ObjectNode answer = result(tokens.issue(attempt.pool(), attempt.client(), user, started.session()));
        ObjectNode result = answer.withObject("/AuthenticationResult").put("RefreshToken", started.refreshToken());
        device.filter(Used::fresh).ifPresent(fresh -> announce(result, attempt, fresh));
        return answer;
    }

    /**
     * Whoever disables or deletes a user ends the sessions there are; one that began meanwhile must not outlast that.
     *
     * @throws Refusal {@code NotAuthorizedException}
     */
    private void checkUnchanged(Attempt attempt, User user, Session session) {
        boolean unchanged = attempt.pool()
                .users()
                .withSub(user.sub())
                .map(User::standing)
                .filter(now -> now.enabled()
                        && Objects.equals(now.credential(), user.standing().credential()))
                .isPresent();
        if (!unchanged) {
            sessions.end(session);
            throw Challenges.foreign();
        }
    }

    private static void announce(ObjectNode result, Attempt attempt, Used fresh) {
        DeviceTracking.of(attempt.pool())
                .ifPresent(tracking -> result.putObject("NewDeviceMetadata")
                        .put("DeviceKey", fresh.key())
                        .put("DeviceGroupKey", tracking.groupKey()));
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
