package io.github.cognitoconnector.embedded.cognito.user;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Operation.silent;

import io.github.cognitoconnector.embedded.cognito.user.AttributeChanges.Asked;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.List;

/** AdminUpdateUserAttributes and AdminDeleteUserAttributes. */
public final class UserAttributes {

    private final Accounts accounts;
    private final AttributeChanges changes;

    public UserAttributes(Accounts accounts, Mailings mailings) {
        this.accounts = accounts;
        this.changes = new AttributeChanges(mailings);
    }

    public List<Operation> operations() {
        return List.of(
                Operation.signed(
                        "AdminUpdateUserAttributes",
                        silent(this::update),
                        required("UserPoolId", Shapes.USER_POOL_ID),
                        required("Username", Shapes.USERNAME),
                        required("UserAttributes", Shapes.ATTRIBUTES),
                        optional("ClientMetadata", Shapes.CLIENT_METADATA)),
                Operation.signed(
                        "AdminDeleteUserAttributes",
                        silent(this::delete),
                        required("UserPoolId", Shapes.USER_POOL_ID),
                        required("Username", Shapes.USERNAME),
                        required("UserAttributeNames", Shapes.ATTRIBUTE_NAMES)));
    }

    private void update(Input input) {
        accounts.change(
                input,
                (pool, user, now) ->
                        changes.apply(new Asked(pool, user, input.attributes("UserAttributes")), now, to -> {}));
    }

    private void delete(Input input) {
        accounts.change(
                input,
                (pool, user, now) -> AttributeChanges.without(pool, user, input.texts("UserAttributeNames"), now));
    }
}
