package io.github.cognitoconnector.embedded.cognito.account;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Operation.silent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.code.Codes;
import io.github.cognitoconnector.embedded.cognito.code.HourlyAttempts;
import io.github.cognitoconnector.embedded.cognito.code.HourlyAttempts.Action;
import io.github.cognitoconnector.embedded.cognito.code.Purpose;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.message.Message.Medium;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.token.AccessTokens;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.user.AttributeChanges;
import io.github.cognitoconnector.embedded.cognito.user.Mailings;
import io.github.cognitoconnector.embedded.cognito.user.Mailings.Destination;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** GetUserAttributeVerificationCode and VerifyUserAttribute: signed-in users prove that they own an address. */
public final class OwnAddresses {

    private final AccessTokens accessTokens;
    private final Accounts accounts;
    private final Mailings mailings;
    private final Codes codes;
    private final HourlyAttempts attempts;

    public OwnAddresses(
            AccessTokens accessTokens, Accounts accounts, Mailings mailings, Codes codes, HourlyAttempts attempts) {
        this.accessTokens = accessTokens;
        this.accounts = accounts;
        this.mailings = mailings;
        this.codes = codes;
        this.attempts = attempts;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.open(
                        "GetUserAttributeVerificationCode",
                        this::send,
                        required("AccessToken", Shapes.TOKEN),
                        required("AttributeName", Shapes.ATTRIBUTE_NAME),
                        optional("ClientMetadata", Shapes.TEXTS)),
                Operation.open(
                        "VerifyUserAttribute",
                        silent(this::verify),
                        required("AccessToken", Shapes.TOKEN),
                        required("AttributeName", Shapes.ATTRIBUTE_NAME),
                        required("Code", Shapes.CONFIRMATION_CODE)));
    }

    /** To the address that waits to take effect, or to the one that is there. */
    private ObjectNode send(Input input) {
        AccessTokens.Bearer bearer = accessTokens.bearer(input.text("AccessToken"));
        User user = bearer.user();
        Medium medium = medium(input);
        Purpose purpose = AttributeChanges.verification(medium);
        Destination to = waiting(bearer, medium, purpose)
                .or(() -> Mailings.destination(user, medium))
                .orElseThrow(() -> Refusal.invalidParameter("User does not have the attribute " + medium.attribute()));
        attempts.count(user.sub(), Action.ATTRIBUTE_CODE);
        mailings.sendCode(purpose, bearer.pool(), user, to);
        return to.answer();
    }

    private Optional<Destination> waiting(AccessTokens.Bearer bearer, Medium medium, Purpose purpose) {
        return bearer.pool().settings().verifiesBeforeUpdate(medium.attribute())
                ? codes.waiting(bearer.user().sub(), purpose).map(address -> new Destination(medium, address))
                : Optional.empty();
    }

    private void verify(Input input) {
        AccessTokens.Bearer bearer = accessTokens.bearer(input.text("AccessToken"));
        Medium medium = medium(input);
        attempts.count(bearer.user().sub(), Action.VERIFY_ATTRIBUTE);
        accounts.change(bearer.pool(), bearer.user().sub(), (pool, user, now) -> {
            Purpose purpose = AttributeChanges.verification(medium);
            String address = codes.check(user.sub(), purpose, input.text("Code"));
            checkCurrent(pool, user, medium, address);
            checkFree(pool, user, medium, address);
            codes.redeem(user.sub(), purpose, input.text("Code"));
            Map<String, String> proven = Map.of(medium.attribute(), address, medium.attribute() + "_verified", "true");
            return user.with(user.attributes().with(proven), now);
        });
    }

    /** A code for an address that the user has given up since is of no use. */
    private static void checkCurrent(UserPool pool, User user, Medium medium, String address) {
        if (!pool.settings().verifiesBeforeUpdate(medium.attribute())
                && !user.value(medium.attribute()).equals(Optional.of(address))) {
            throw Codes.expired();
        }
    }

    private static void checkFree(UserPool pool, User user, Medium medium, String address) {
        AttributeChanges.checkFree(pool, user, medium.attribute(), address);
    }

    private static Medium medium(Input input) {
        return Stream.of(Medium.values())
                .filter(medium -> medium.attribute().equals(input.text("AttributeName")))
                .findFirst()
                .orElseThrow(() -> Refusal.invalidParameter("Only email and phone_number can be verified."));
    }
}
