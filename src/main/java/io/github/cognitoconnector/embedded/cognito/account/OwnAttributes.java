package io.github.cognitoconnector.embedded.cognito.account;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Operation.silent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.token.AccessTokens;
import io.github.cognitoconnector.embedded.cognito.user.AccountRemoval;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.user.AttributeChanges;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.List;
import java.util.Map;

/** UpdateUserAttributes, DeleteUserAttributes, DeleteUser. */
public final class OwnAttributes {

    private final AccessTokens accessTokens;
    private final Accounts accounts;
    private final AttributeChanges changes;
    private final AccountRemoval removal;

    public OwnAttributes(
            AccessTokens accessTokens, Accounts accounts, AttributeChanges changes, AccountRemoval removal) {
        this.accessTokens = accessTokens;
        this.accounts = accounts;
        this.changes = changes;
        this.removal = removal;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.open(
                        "UpdateUserAttributes",
                        this::update,
                        required("AccessToken", Shapes.TOKEN),
                        required("UserAttributes", Shapes.ATTRIBUTES),
                        optional("ClientMetadata", Shapes.TEXTS)),
                Operation.open(
                        "DeleteUserAttributes",
                        silent(this::delete),
                        required("AccessToken", Shapes.TOKEN),
                        required("UserAttributeNames", Shapes.ATTRIBUTE_NAMES)),
                Operation.open("DeleteUser", silent(this::leave), required("AccessToken", Shapes.TOKEN)));
    }

    private ObjectNode update(Input input) {
        AccessTokens.Bearer bearer = accessTokens.bearer(input.text("AccessToken"));
        Map<String, String> asked = input.attributes("UserAttributes");
        bearer.checkWritable(asked.keySet());
        ArrayNode deliveries = Json.array();
        accounts.change(
                bearer.pool(),
                bearer.user().sub(),
                (pool, user, now) -> changes.apply(
                        new AttributeChanges.Asked(pool, user, asked), now, to -> deliveries.add(to.describe())));
        ObjectNode answer = Json.object();
        answer.set("CodeDeliveryDetailsList", deliveries);
        return answer;
    }

    private void delete(Input input) {
        AccessTokens.Bearer bearer = accessTokens.bearer(input.text("AccessToken"));
        List<String> names = input.texts("UserAttributeNames");
        bearer.checkWritable(names);
        accounts.change(
                bearer.pool(),
                bearer.user().sub(),
                (pool, user, now) -> AttributeChanges.without(pool, user, names, now));
    }

    private void leave(Input input) {
        AccessTokens.Bearer bearer = accessTokens.bearer(input.text("AccessToken"));
        removal.remove(
                bearer.pool(),
                () -> bearer.pool().users().withSub(bearer.user().sub()).orElseThrow(Accounts::missing));
    }
}
