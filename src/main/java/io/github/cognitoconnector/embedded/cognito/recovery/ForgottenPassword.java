package io.github.cognitoconnector.embedded.cognito.recovery;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Operation.silent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.auth.ClientCall;
import io.github.cognitoconnector.embedded.cognito.auth.ClientOperation;
import io.github.cognitoconnector.embedded.cognito.code.Codes;
import io.github.cognitoconnector.embedded.cognito.code.HourlyAttempts;
import io.github.cognitoconnector.embedded.cognito.code.HourlyAttempts.Action;
import io.github.cognitoconnector.embedded.cognito.code.Purpose;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.UserStatus;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.user.Mailings;
import io.github.cognitoconnector.embedded.cognito.user.Mailings.Destination;
import io.github.cognitoconnector.embedded.cognito.user.PermanentPassword;
import io.github.cognitoconnector.embedded.cognito.user.Recovery;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** ForgotPassword and ConfirmForgotPassword, whose attempts count together (contract row 28). */
public final class ForgottenPassword {

    private static final Set<UserStatus> LOCAL =
            Set.of(UserStatus.CONFIRMED, UserStatus.RESET_REQUIRED, UserStatus.UNCONFIRMED);

    private final Pools pools;
    private final Accounts accounts;
    private final Mailings mailings;
    private final Codes codes;
    private final HourlyAttempts attempts;

    public ForgottenPassword(Pools pools, Accounts accounts, Mailings mailings, Codes codes, HourlyAttempts attempts) {
        this.pools = pools;
        this.accounts = accounts;
        this.mailings = mailings;
        this.codes = codes;
        this.attempts = attempts;
    }

    public List<Operation> operations() {
        return List.of(
                ClientOperation.named("ForgotPassword", this::begin),
                ClientOperation.named(
                        "ConfirmForgotPassword",
                        silent(this::confirm),
                        required("ConfirmationCode", Shapes.CONFIRMATION_CODE),
                        required("Password", Shapes.PASSWORD)));
    }

    private ObjectNode begin(Input input) {
        ClientCall call = ClientCall.of(pools, input);
        Destination to = call.isAboutNobody() ? call.simulated() : sent(call);
        return to.answer();
    }

    /** Where users are hidden, one without a verified address looks like one who does not exist, as AWS documents. */
    private Destination sent(ClientCall call) {
        User user = call.enabledUser();
        if (!LOCAL.contains(user.status())) {
            throw Recovery.wrongState();
        }
        Optional<Destination> to = Recovery.destination(call.pool(), user);
        if (to.isEmpty() && call.hidesUsers()) {
            return call.simulated();
        }
        Destination verified = to.orElseThrow(Recovery::noAddress);
        attempts.count(user.sub(), Action.PASSWORD_RESET);
        mailings.sendCode(Purpose.PASSWORD_RESET, call.pool(), user, verified);
        return verified;
    }

    /** The code is used up only when everything else is right. */
    private void confirm(Input input) {
        ClientCall call = ClientCall.of(pools, input);
        if (call.isAboutNobody()) {
            throw call.hidesUsers() ? Codes.mismatch() : Accounts.missing();
        }
        User user = call.user().orElseThrow(Accounts::missing);
        attempts.count(user.sub(), Action.PASSWORD_RESET);
        accounts.change(call.pool(), user.sub(), (pool, current, now) -> {
            checkState(current);
            codes.check(current.sub(), Purpose.PASSWORD_RESET, input.text("ConfirmationCode"));
            if (!LOCAL.contains(current.status())) {
                throw Recovery.wrongState();
            }
            User changed = PermanentPassword.set(pool, current, input.text("Password"), now);
            codes.redeem(current.sub(), Purpose.PASSWORD_RESET, input.text("ConfirmationCode"));
            return changed;
        });
    }

    private static void checkState(User user) {
        Accounts.checkEnabled(user);
        if (user.status() == UserStatus.UNCONFIRMED) {
            throw new Refusal("UserNotConfirmedException", "User is not confirmed.");
        }
    }
}
