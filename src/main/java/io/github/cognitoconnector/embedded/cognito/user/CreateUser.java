package io.github.cognitoconnector.embedded.cognito.user;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.UserStatus;
import io.github.cognitoconnector.embedded.cognito.pool.GeneratedPassword;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.List;

/** AdminCreateUser: the creation, and the repeated invitation that hides in the same operation. */
public final class CreateUser {

    private final Accounts accounts;
    private final NewUsers newUsers;
    private final Mailings mailings;

    public CreateUser(Accounts accounts, Mailings mailings) {
        this.accounts = accounts;
        this.newUsers = new NewUsers(accounts);
        this.mailings = mailings;
    }

    public List<Operation> operations() {
        return List.of(Operation.signed(
                "AdminCreateUser",
                this::perform,
                required("UserPoolId", Shapes.USER_POOL_ID),
                required("Username", Shapes.USERNAME),
                optional("UserAttributes", Shapes.ATTRIBUTES),
                optional("ValidationData", Shapes.ATTRIBUTES),
                optional("TemporaryPassword", Shapes.PASSWORD),
                optional("ForceAliasCreation", Shapes.FLAG),
                optional("MessageAction", Shapes.choice("RESEND", "SUPPRESS")),
                optional("DesiredDeliveryMediums", Shapes.many(Shapes.choice("SMS", "EMAIL"))),
                optional("ClientMetadata", Shapes.TEXTS)));
    }

    private ObjectNode perform(Input input) {
        UserPool pool = accounts.pool(input);
        String password = input.find("TemporaryPassword")
                .orElseGet(() -> GeneratedPassword.satisfying(pool.settings().policy()));
        pool.settings().policy().check(password);
        String action = input.text("MessageAction");
        User user = action.equals("RESEND") ? invitedAgain(input, password) : created(pool, input, password);
        if (!action.equals("SUPPRESS")) {
            mailings.invite(pool, user, password, input.texts("DesiredDeliveryMediums"));
        }
        ObjectNode answer = Json.object();
        answer.set("User", UserJson.listed(user));
        return answer;
    }

    /** Contract row 6. */
    private User invitedAgain(Input input, String password) {
        return accounts.change(input, (pool, user, now) -> {
            if (user.status() != UserStatus.FORCE_CHANGE_PASSWORD) {
                throw new Refusal(
                        "UnsupportedUserStateException", "Resend not possible. User status is " + user.status() + ".");
            }
            return user.with(
                    UserPasswords.temporary(pool, user.username(), password, now)
                            .enabled(user.standing().enabled()),
                    now);
        });
    }

    private User created(UserPool pool, Input input, String password) {
        return newUsers.add(
                pool,
                new NewUsers.Newcomer(
                        input.text("Username"),
                        input.attributes("UserAttributes"),
                        input.flag("ForceAliasCreation"),
                        (username, now) -> UserPasswords.temporary(pool, username, password, now),
                        CreateUser::taken));
    }

    private static Refusal taken(String attribute) {
        return attribute.isEmpty()
                ? new Refusal("UsernameExistsException", "User account already exists")
                : aliasExists(attribute);
    }

    /** Thrown though the model does not declare it for this operation (contract section 0). */
    public static Refusal aliasExists(String attribute) {
        return new Refusal("AliasExistsException", "An account with the given " + attribute + " already exists.");
    }
}
