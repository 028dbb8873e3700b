package io.github.cognitoconnector.embedded.cognito.iam;

import io.github.cognitoconnector.embedded.cognito.http.Request;
import io.github.cognitoconnector.embedded.cognito.wire.Callers;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;

/** Who may call which operation of Cognito on which pool. */
public final class CognitoCallers implements Callers {

    private static final String SERVICE = "cognito-idp";

    private final Gatekeeper gatekeeper;

    public CognitoCallers(Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }

    @Override
    public Permission authenticate(Request request) {
        try {
            Caller caller = gatekeeper.caller(request, SERVICE);
            return (operation, input) -> authorize(caller, operation, input);
        } catch (Distrust distrust) {
            throw new Refusal(distrust.flaw().jsonCode(), distrust.text());
        }
    }

    private void authorize(Caller caller, String operation, Input input) {
        gatekeeper
                .denial(caller, SERVICE + ":" + operation, resource(caller, input))
                .ifPresent(sentence -> {
                    throw new Refusal("AccessDeniedException", sentence);
                });
    }

    /** The pool, as the operation names it; operations without one are about all there is. */
    private static String resource(Caller caller, Input input) {
        return input.find("UserPoolId")
                .map(pool -> "arn:aws:%s:%s:%s:userpool/%s"
                        .formatted(SERVICE, input.region(), caller.principal().account(), pool))
                .or(() -> input.find("ResourceArn"))
                .orElse("*");
    }
}
