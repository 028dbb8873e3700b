package io.github.cognitoconnector.embedded.cognito.signup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.auth.ClientCall;
import io.github.cognitoconnector.embedded.cognito.auth.ClientOperation;
import io.github.cognitoconnector.embedded.cognito.code.HourlyAttempts;
import io.github.cognitoconnector.embedded.cognito.code.HourlyAttempts.Action;
import io.github.cognitoconnector.embedded.cognito.code.Purpose;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.UserStatus;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.user.Mailings;
import io.github.cognitoconnector.embedded.cognito.user.Mailings.Destination;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.List;

/** ResendConfirmationCode; the code before is no longer good then. */
public final class AnotherCode {

    private final Pools pools;
    private final Mailings mailings;
    private final HourlyAttempts attempts;

    public AnotherCode(Pools pools, Mailings mailings, HourlyAttempts attempts) {
        this.pools = pools;
        this.mailings = mailings;
        this.attempts = attempts;
    }

    public List<Operation> operations() {
        return List.of(ClientOperation.named("ResendConfirmationCode", this::resend));
    }

    private ObjectNode resend(Input input) {
        ClientCall call = ClientCall.of(pools, input);
        Destination to = call.isAboutNobody() ? call.simulated() : sent(call);
        return to.answer();
    }

    private Destination sent(ClientCall call) {
        User user = call.enabledUser();
        if (user.status() != UserStatus.UNCONFIRMED) {
            throw Refusal.invalidParameter("User is already confirmed.");
        }
        attempts.count(user.sub(), Action.RESEND_CODE);
        Destination to = Verification.destination(call.pool(), user)
                .orElseThrow(() -> Refusal.invalidParameter("Cannot resend codes. Auto verification not turned on."));
        mailings.sendCode(Purpose.SIGN_UP, call.pool(), user, to);
        return to;
    }
}
