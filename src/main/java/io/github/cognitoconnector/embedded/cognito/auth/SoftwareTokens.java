package io.github.cognitoconnector.embedded.cognito.auth;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.auth.Challenges.Challenge;
import io.github.cognitoconnector.embedded.cognito.auth.FactorSetup.Progress;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.mfa.Authenticators;
import io.github.cognitoconnector.embedded.cognito.mfa.MfaPolicy;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.token.AccessTokens;
import io.github.cognitoconnector.embedded.cognito.token.AccessTokens.Bearer;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Member;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.List;
import java.util.Map;

/** AssociateSoftwareToken and VerifySoftwareToken, by a user who is signed in or who is on the way. */
final class SoftwareTokens {

    private static final Member TOKEN = optional("AccessToken", Shapes.TOKEN);
    private static final Member SESSION = optional("Session", Shapes.SESSION);
    private static final Member CODE = required("UserCode", Shapes.SOFTWARE_TOKEN_CODE);
    private static final Member NAME = optional("FriendlyDeviceName", Shapes.ANY_TEXT);
    private static final int MAX_NAME = 256;

    private final Pools pools;
    private final AccessTokens accessTokens;
    private final Challenges challenges;
    private final Authenticators authenticators;

    SoftwareTokens(Pools pools, AccessTokens accessTokens, Challenges challenges, Authenticators authenticators) {
        this.pools = pools;
        this.accessTokens = accessTokens;
        this.challenges = challenges;
        this.authenticators = authenticators;
    }

    List<Operation> operations() {
        return List.of(
                Operation.open("AssociateSoftwareToken", this::associate, TOKEN, SESSION),
                Operation.open("VerifySoftwareToken", this::verify, TOKEN, SESSION, CODE, NAME));
    }

    private ObjectNode associate(Input input) {
        if (isSignedIn(input)) {
            Bearer bearer = accessTokens.bearer(input.text("AccessToken"));
            String secret =
                    authenticators.associate(bearer.pool(), bearer.user().sub());
            return Json.object().put("SecretCode", secret);
        }
        Attempt attempt = attempt(input);
        Challenge challenge = challenge(attempt, input);
        String secret = authenticators.associate(attempt.pool(), challenge.sub());
        return Json.object().put("SecretCode", secret).put("Session", next(attempt, input, Progress.ASKED));
    }

    /** A wrong code leaves the session open for another try. */
    private ObjectNode verify(Input input) {
        String name = input.text("FriendlyDeviceName");
        if (name.length() > MAX_NAME) {
            throw Refusal.invalidParameter("FriendlyDeviceName is longer than " + MAX_NAME + " characters.");
        }
        ObjectNode answer = Json.object().put("Status", "SUCCESS");
        if (isSignedIn(input)) {
            Bearer bearer = accessTokens.bearer(input.text("AccessToken"));
            authenticators.verify(bearer.pool(), bearer.user().sub(), input.text("UserCode"), name);
            return answer;
        }
        Attempt attempt = attempt(input);
        Challenge challenge = challenge(attempt, input);
        authenticators.verify(attempt.pool(), challenge.sub(), input.text("UserCode"), name);
        return answer.put("Session", next(attempt, input, Progress.VERIFIED));
    }

    private static boolean isSignedIn(Input input) {
        if (input.has("AccessToken") == input.has("Session")) {
            throw Refusal.invalidParameter("Either an access token or a session is required, but not both.");
        }
        return input.has("AccessToken");
    }

    private Attempt attempt(Input input) {
        return pools.findClient(challenges.clientId(input.text("Session")))
                .flatMap(client ->
                        pools.find(client.poolId()).map(pool -> new Attempt(pool, client, Attempt.Origin.UNKNOWN)))
                .orElseThrow(() -> Refusal.notAuthorized("Invalid session for the user."));
    }

    /** A session is as good as the password it began with, and for a user who still has no second factor. */
    private Challenge challenge(Attempt attempt, Input input) {
        Challenge challenge = challenges.get(SecondFactorDemand.SETUP, attempt, session(input));
        User user = Challenges.user(challenge, attempt);
        boolean overtaken = challenge.state() == Progress.ASKED
                && !MfaPolicy.of(attempt.pool()).chosen(user).isEmpty();
        if (overtaken) {
            throw Challenges.foreign();
        }
        return challenge;
    }

    /** The same question one step further, under a new session for which the old one is given up. */
    private String next(Attempt attempt, Input input, Progress progress) {
        Challenge before = challenges.get(SecondFactorDemand.SETUP, attempt, session(input));
        User user = Challenges.user(before, attempt);
        challenges.end(session(input));
        return challenges.begin(before.name(), attempt, user, progress);
    }

    private static Responses session(Input input) {
        return new Responses(input.text("Session"), Map.of());
    }
}
