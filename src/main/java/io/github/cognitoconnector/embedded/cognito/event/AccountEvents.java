package io.github.cognitoconnector.embedded.cognito.event;

import io.github.cognitoconnector.embedded.cognito.event.AuthEvent.Facts;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import java.util.List;
import java.util.Map;

/**
 * Notes what users ask for who are not signed in: SignUp, ForgotPassword and ResendConfirmationCode. What is refused is no
 * event, nor is what was asked for nobody.
 */
public final class AccountEvents {

    private static final Map<String, AuthEvent.Type> NOTED = Map.of(
            "SignUp", AuthEvent.Type.SignUp,
            "ForgotPassword", AuthEvent.Type.ForgotPassword,
            "ResendConfirmationCode", AuthEvent.Type.ResendCode);

    private final Pools pools;
    private final AuthEvents events;

    public AccountEvents(Pools pools, AuthEvents events) {
        this.pools = pools;
        this.events = events;
    }

    /** The same operation, whose success is noted if it is one of those. */
    public Operation noting(Operation operation) {
        AuthEvent.Type type = NOTED.get(operation.name());
        if (type == null) {
            return operation;
        }
        Operation.Action action = input -> {
            var answer = operation.action().perform(input);
            note(type, input);
            return answer;
        };
        return new Operation(operation.name(), operation.signed(), operation.input(), action);
    }

    private void note(AuthEvent.Type type, Input input) {
        String address =
                input.members().path("UserContextData").path("IpAddress").asText("");
        Facts facts = new Facts(type, true, List.of(), address);
        UserPool pool = pools.get(pools.clientOf(input).poolId());
        pool.users().find(input.text("Username")).ifPresent(user -> events.record(pool, user, facts));
    }
}
