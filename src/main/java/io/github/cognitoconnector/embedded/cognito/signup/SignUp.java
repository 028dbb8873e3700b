package io.github.cognitoconnector.embedded.cognito.signup;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.auth.ClientCall;
import io.github.cognitoconnector.embedded.cognito.auth.ClientOperation;
import io.github.cognitoconnector.embedded.cognito.code.Purpose;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.User.Credential;
import io.github.cognitoconnector.embedded.cognito.directory.User.Standing;
import io.github.cognitoconnector.embedded.cognito.directory.UserStatus;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.token.ClientRules;
import io.github.cognitoconnector.embedded.cognito.user.AccountRules;
import io.github.cognitoconnector.embedded.cognito.user.Mailings;
import io.github.cognitoconnector.embedded.cognito.user.NewUsers;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.List;
import java.util.Map;

/**
 * SignUp: a user who is there at once, but cannot sign in before being confirmed. The answer has no {@code Session}, which
 * is optional and is for the {@code USER_AUTH} flow alone.
 */
public final class SignUp {

    private final Pools pools;
    private final NewUsers newUsers;
    private final Mailings mailings;

    public SignUp(Pools pools, NewUsers newUsers, Mailings mailings) {
        this.pools = pools;
        this.newUsers = newUsers;
        this.mailings = mailings;
    }

    public List<Operation> operations() {
        return List.of(ClientOperation.named(
                "SignUp",
                this::perform,
                optional("Password", Shapes.PASSWORD),
                optional("UserAttributes", Shapes.ATTRIBUTES),
                optional("ValidationData", Shapes.ATTRIBUTES)));
    }

    private ObjectNode perform(Input input) {
        ClientCall call = ClientCall.of(pools, input);
        UserPool pool = call.pool();
        if (AccountRules.of(pool).administratorsCreateOnly()) {
            throw Refusal.notAuthorized("SignUp is not permitted for this user pool");
        }
        String password = password(pool, input);
        Map<String, String> attributes = input.attributes("UserAttributes");
        ClientRules.of(call.client())
                .checkWritable(attributes.keySet(), pool.settings().schema());
        NewUsers.checkUsername(pool, input.text("Username"));
        checkComplete(pool, input.text("Username"), attributes);
        User user = newUsers.add(pool, newcomer(pool, input, password));
        ObjectNode answer = Json.object().put("UserConfirmed", false).put("UserSub", user.sub());
        Verification.destination(pool, user).ifPresent(to -> {
            mailings.sendCode(Purpose.SIGN_UP, pool, user, to);
            answer.set("CodeDeliveryDetails", to.describe());
        });
        return answer;
    }

    /**
     * AWS takes none where the pool lets users sign in with a code instead. That is not built, and elsewhere no password
     * is one that the policy refuses.
     *
     * @throws Refusal {@code InvalidPasswordException}, or {@code OperationNotEnabledException} in such a pool
     */
    private static String password(UserPool pool, Input input) {
        String password = input.text("Password");
        if (password.isEmpty() && AccountRules.of(pool).admitsCodesFirst()) {
            throw new Refusal(
                    "OperationNotEnabledException", "The embedded Cognito does not have sign-up without a password.");
        }
        pool.settings().policy().check(password);
        return password;
    }

    private static NewUsers.Newcomer newcomer(UserPool pool, Input input, String password) {
        return new NewUsers.Newcomer(
                input.text("Username"),
                input.attributes("UserAttributes"),
                false,
                (username, now) ->
                        new Standing(UserStatus.UNCONFIRMED, true, new Credential(pool.hash(username, password), null)),
                attribute -> taken(pool, attribute));
    }

    /** Contract row 8; users who sign in by an address are told which one is taken, as AWS does. */
    private static Refusal taken(UserPool pool, String attribute) {
        boolean chosen = pool.settings().signIn().usernameAttributes().isEmpty();
        String address = attribute.isEmpty() ? "email" : attribute;
        return new Refusal(
                "UsernameExistsException",
                chosen ? "User already exists" : "An account with the given " + address + " already exists.");
    }

    /** Unlike administrators, users give all that the pool requires at once (contract row 5). */
    private static void checkComplete(UserPool pool, String username, Map<String, String> attributes) {
        for (String name : pool.settings().schema().required()) {
            boolean isUsername = pool.settings().signIn().usernameAttributes().contains(name)
                    && Verification.isAddress(name, username);
            if (attributes.getOrDefault(name, "").isBlank() && !isUsername) {
                throw Refusal.invalidParameter(
                        "Attributes did not conform to the schema: " + name + ": The attribute is required");
            }
        }
    }
}
