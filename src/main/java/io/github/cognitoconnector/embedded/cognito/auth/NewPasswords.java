package io.github.cognitoconnector.embedded.cognito.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.user.UserPasswords;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The answer to NEW_PASSWORD_REQUIRED: the temporary password gives way to the user's own. */
final class NewPasswords {

    private static final String ATTRIBUTE_PREFIX = "userAttributes.";

    private final Challenges challenges;
    private final Accounts accounts;
    private final SignIn signIn;

    NewPasswords(Challenges challenges, Accounts accounts, SignIn signIn) {
        this.challenges = challenges;
        this.accounts = accounts;
        this.signIn = signIn;
    }

    /** A password that the policy refuses leaves the challenge open for another try. */
    ObjectNode accept(UserPool pool, AppClient client, String session, Map<String, String> responses) {
        String username = Flows.required(responses, "USERNAME");
        String password = Flows.required(responses, "NEW_PASSWORD");
        User user = challenged(pool, client, session, username);
        SecretHash.check(
                client,
                Optional.ofNullable(responses.get("SECRET_HASH")),
                List.of(username, user.username(), user.sub()));
        pool.settings().policy().check(password);
        Map<String, String> attributes = attributes(responses);
        pool.settings().schema().checkChanges(attributes);
        checkComplete(pool, user, attributes);
        challenges.end(session);
        User confirmed = accounts.change(
                pool,
                user.sub(),
                (same, before, now) -> before.with(before.attributes().with(attributes), now)
                        .with(
                                UserPasswords.permanent(
                                        password, before.standing().enabled()),
                                now));
        return signIn.signedIn(pool, client, confirmed);
    }

    private User challenged(UserPool pool, AppClient client, String session, String username) {
        Challenges.Challenge challenge = challenges.get(session, client.id());
        return pool.users()
                .find(username)
                .filter(found -> found.sub().equals(challenge.sub()))
                .orElseThrow(() -> Refusal.notAuthorized("Invalid session for the user."));
    }

    private static Map<String, String> attributes(Map<String, String> responses) {
        return responses.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(ATTRIBUTE_PREFIX))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(ATTRIBUTE_PREFIX.length()), Map.Entry::getValue));
    }

    private static void checkComplete(UserPool pool, User user, Map<String, String> attributes) {
        for (String name : pool.settings().schema().required()) {
            if (user.value(name).isEmpty() && attributes.getOrDefault(name, "").isBlank()) {
                throw Refusal.invalidParameter("Invalid attributes given, " + name + " is missing");
            }
        }
    }
}
