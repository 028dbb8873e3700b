package io.github.cognitoconnector.embedded.cognito.signup;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Operation.silent;

import io.github.cognitoconnector.embedded.cognito.auth.ClientCall;
import io.github.cognitoconnector.embedded.cognito.auth.ClientOperation;
import io.github.cognitoconnector.embedded.cognito.code.Codes;
import io.github.cognitoconnector.embedded.cognito.code.HourlyAttempts;
import io.github.cognitoconnector.embedded.cognito.code.HourlyAttempts.Action;
import io.github.cognitoconnector.embedded.cognito.code.Purpose;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.User.Standing;
import io.github.cognitoconnector.embedded.cognito.directory.UserStatus;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.user.AttributeChanges;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.time.Instant;
import java.util.List;

/** ConfirmSignUp and AdminConfirmSignUp. */
public final class Confirmation {

    private final Pools pools;
    private final Accounts accounts;
    private final Codes codes;
    private final HourlyAttempts attempts;

    public Confirmation(Pools pools, Accounts accounts, Codes codes, HourlyAttempts attempts) {
        this.pools = pools;
        this.accounts = accounts;
        this.codes = codes;
        this.attempts = attempts;
    }

    public List<Operation> operations() {
        return List.of(
                ClientOperation.named(
                        "ConfirmSignUp",
                        silent(this::confirm),
                        required("ConfirmationCode", Shapes.CONFIRMATION_CODE),
                        optional("ForceAliasCreation", Shapes.FLAG),
                        optional("Session", Shapes.SESSION)),
                Operation.signed(
                        "AdminConfirmSignUp",
                        silent(this::confirmByAdministrator),
                        required("UserPoolId", Shapes.USER_POOL_ID),
                        required("Username", Shapes.USERNAME),
                        optional("ClientMetadata", Shapes.TEXTS)));
    }

    private void confirm(Input input) {
        ClientCall call = ClientCall.of(pools, input);
        User user = call.user().orElseThrow(() -> unknown(call));
        attempts.count(user.sub(), Action.CONFIRM_SIGN_UP);
        accounts.change(call.pool(), user.sub(), (pool, current, now) -> {
            Accounts.checkEnabled(current);
            checkUnconfirmed(current);
            String address = codes.check(current.sub(), Purpose.SIGN_UP, input.text("ConfirmationCode"));
            User confirmed = verified(confirmed(current, now), address, now);
            checkAliases(pool, confirmed, input.flag("ForceAliasCreation"));
            codes.redeem(current.sub(), Purpose.SIGN_UP, input.text("ConfirmationCode"));
            Accounts.takeAlias(pool, confirmed, now);
            return confirmed;
        });
    }

    /** Contract row 25; as for a user to whom no code was sent. */
    private static Refusal unknown(ClientCall call) {
        return call.hidesUsers() ? Codes.expired() : Accounts.missing();
    }

    private static User verified(User user, String address, Instant now) {
        return user.with(user.attributes().with(Verification.marks(user, address)), now);
    }

    /** Verified addresses can be taken from others, a preferred username cannot. */
    private static void checkAliases(UserPool pool, User user, boolean force) {
        for (String attribute : pool.settings().signIn().aliasAttributes()) {
            boolean takes = !force && user.attributes().isTrue(attribute + "_verified");
            if (takes || attribute.equals("preferred_username")) {
                AttributeChanges.checkFree(
                        pool, user, attribute, user.value(attribute).orElse(""));
            }
        }
    }

    /** Confirms the user, not the addresses. */
    private void confirmByAdministrator(Input input) {
        User confirmed = accounts.change(input, (pool, user, now) -> {
            checkUnconfirmed(user);
            checkAliases(pool, user, true);
            return confirmed(user, now);
        });
        codes.forget(confirmed.sub(), Purpose.SIGN_UP);
    }

    private static User confirmed(User user, Instant now) {
        Standing before = user.standing();
        return user.with(new Standing(UserStatus.CONFIRMED, before.enabled(), before.credential()), now);
    }

    private static void checkUnconfirmed(User user) {
        if (user.status() != UserStatus.UNCONFIRMED) {
            throw Refusal.notAuthorized("User cannot be confirmed. Current status is " + user.status());
        }
    }
}
