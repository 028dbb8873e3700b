package io.github.cognitoconnector.embedded.cognito.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.token.ClientRules;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.user.AttributeChanges;
import io.github.cognitoconnector.embedded.cognito.user.PermanentPassword;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** NEW_PASSWORD_REQUIRED: the temporary password gives way to the user's own. */
final class NewPasswords implements ChallengeKind {

    private static final String NAME = "NEW_PASSWORD_REQUIRED";
    private static final String ATTRIBUTE_PREFIX = "userAttributes.";

    private final Challenges challenges;
    private final Accounts accounts;
    private final Admission admission;

    NewPasswords(Challenges challenges, Accounts accounts, Admission admission) {
        this.challenges = challenges;
        this.accounts = accounts;
        this.admission = admission;
    }

    @Override
    public String name() {
        return NAME;
    }

    ObjectNode demand(Attempt attempt, User user) {
        String session = challenges.begin(NAME, attempt, user, Challenges.State.NONE);
        ObjectNode answer = Json.object().put("ChallengeName", NAME).put("Session", session);
        ObjectNode attributes = Json.object();
        user.attributes().forEach(attributes::put);
        List<String> missing = attempt.pool().settings().schema().required().stream()
                .filter(name -> user.value(name).isEmpty())
                .map(name -> ATTRIBUTE_PREFIX + name)
                .toList();
        answer.putObject("ChallengeParameters")
                .put("USER_ID_FOR_SRP", user.username())
                .put("requiredAttributes", Json.write(Json.array(missing)))
                .put("userAttributes", Json.write(attributes));
        return answer;
    }

    /** A password that the policy refuses leaves the challenge open for another try. */
    @Override
    public ObjectNode accept(Attempt attempt, Responses responses) {
        String password = responses.required("NEW_PASSWORD");
        Challenges.Challenge challenge = challenges.get(NAME, attempt, responses);
        User user = Challenges.user(challenge, attempt, responses);
        User confirmed = accounts.change(attempt.pool(), user.sub(), (pool, before, now) -> {
            // again under the lock, since an administrator may have come in between
            Challenges.user(challenge, attempt, responses);
            User after = PermanentPassword.set(pool, completed(attempt, before, responses, now), password, now);
            Accounts.checkUncontested(pool, before, after);
            challenges.end(responses);
            return after;
        });
        return admission.admit(attempt, confirmed);
    }

    /** The user with the attributes that the answer adds. */
    private static User completed(Attempt attempt, User user, Responses responses, Instant now) {
        UserPool pool = attempt.pool();
        Map<String, String> attributes = attributes(responses);
        checkAllowed(attempt, user, attributes);
        pool.settings().schema().checkChanges(attributes);
        checkComplete(pool, user, attributes);
        AttributeChanges.checkUnique(pool, user, attributes);
        attributes.values().removeIf(String::isBlank);
        return user.with(user.attributes().with(AttributeChanges.unproven(user, attributes)), now);
    }

    private static Map<String, String> attributes(Responses responses) {
        return responses.values().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(ATTRIBUTE_PREFIX))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(ATTRIBUTE_PREFIX.length()),
                        Map.Entry::getValue,
                        (one, other) -> other,
                        HashMap::new));
    }

    /** An address that is known can be changed only by who is signed in, as AWS has it. */
    private static void checkAllowed(Attempt attempt, User user, Map<String, String> attributes) {
        ClientRules.of(attempt.client())
                .checkWritable(attributes.keySet(), attempt.pool().settings().schema());
        for (String address : List.of("email", "phone_number")) {
            if (attributes.containsKey(address) && user.value(address).isPresent()) {
                throw Refusal.notAuthorized("Cannot modify an already provided " + address);
            }
        }
    }

    private static void checkComplete(UserPool pool, User user, Map<String, String> attributes) {
        for (String name : pool.settings().schema().required()) {
            if (user.value(name).isEmpty() && attributes.getOrDefault(name, "").isBlank()) {
                throw Refusal.invalidParameter("Invalid attributes given, " + name + " is missing");
            }
        }
    }
}
