package io.github.cognitoconnector.embedded.cognito.user;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.page.Pages;
import io.github.cognitoconnector.embedded.cognito.pool.Schema;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.List;

/** AdminGetUser and ListUsers. */
public final class UserReading {

    private static final Pages.Names LISTING = new Pages.Names("ListUsers", "Limit", "PaginationToken", "Users");

    private final Accounts accounts;
    private final Pages pages;

    public UserReading(Accounts accounts, Pages pages) {
        this.accounts = accounts;
        this.pages = pages;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.signed(
                        "AdminGetUser",
                        this::get,
                        required("UserPoolId", Shapes.USER_POOL_ID),
                        required("Username", Shapes.USERNAME)),
                Operation.signed(
                        "ListUsers",
                        this::list,
                        required("UserPoolId", Shapes.USER_POOL_ID),
                        optional("AttributesToGet", Shapes.ATTRIBUTE_NAMES),
                        optional("Limit", Shapes.LIMIT),
                        optional("PaginationToken", Shapes.PAGINATION_TOKEN),
                        optional("Filter", Shapes.FILTER)));
    }

    private ObjectNode get(Input input) {
        return UserJson.single(accounts.get(accounts.pool(input), input));
    }

    private ObjectNode list(Input input) {
        UserPool pool = accounts.pool(input);
        List<String> wanted = input.texts("AttributesToGet");
        checkWanted(pool.settings().schema(), wanted);
        UserSearch search = new UserSearch(pool.users().listed(), Filter.parse(input.text("Filter")));
        return pages.page(
                input,
                LISTING,
                List.of(pool.id(), input.text("Filter"), String.join(" ", wanted)),
                search::from,
                new Pages.View<>(search::position, search::finds, user -> show(user, wanted)));
    }

    private static void checkWanted(Schema schema, List<String> wanted) {
        for (String name : wanted) {
            if (name.equals("sub") || !schema.has(name)) {
                throw Refusal.invalidParameter("Invalid attribute in AttributesToGet: " + name);
            }
        }
    }

    /** A custom attribute that one of the users lacks spoils the whole page (contract row 23). */
    private static JsonNode show(User user, List<String> wanted) {
        if (wanted.isEmpty()) {
            return UserJson.listed(user);
        }
        for (String name : wanted) {
            if (name.startsWith("custom:") && user.value(name).isEmpty()) {
                throw Refusal.invalidParameter("A user does not have the attribute " + name);
            }
        }
        return UserJson.listed(user, wanted);
    }
}
