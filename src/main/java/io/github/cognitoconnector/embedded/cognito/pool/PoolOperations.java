package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.page.Pages;
import io.github.cognitoconnector.embedded.cognito.pool.PoolSettings.PoolIdentity;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shape;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.time.InstantSource;
import java.util.List;

/** CreateUserPool, DescribeUserPool, ListUserPools. */
public final class PoolOperations {

    private static final Shape POLICIES = new Shape.Structure(List.of(optional(
            "PasswordPolicy",
            new Shape.Structure(List.of(
                    optional("MinimumLength", new Shape.Whole(6, 99)),
                    optional("RequireUppercase", Shapes.FLAG),
                    optional("RequireLowercase", Shapes.FLAG),
                    optional("RequireNumbers", Shapes.FLAG),
                    optional("RequireSymbols", Shapes.FLAG),
                    optional("TemporaryPasswordValidityDays", new Shape.Whole(0, 365)))))));
    private static final Shape SCHEMA = new Shape.Many(
            new Shape.Structure(List.of(
                    required("Name", Shapes.text(1, 20, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+")),
                    optional("AttributeDataType", Shapes.choice("String", "Number", "DateTime", "Boolean")),
                    optional("Mutable", Shapes.FLAG),
                    optional("Required", Shapes.FLAG))),
            1,
            50);
    private static final Pages.Names LISTING = new Pages.Names("ListUserPools", "MaxResults", "NextToken", "UserPools");

    private final Pools pools;
    private final Pages pages;
    private final InstantSource clock;

    public PoolOperations(Pools pools, Pages pages, InstantSource clock) {
        this.pools = pools;
        this.pages = pages;
        this.clock = clock;
    }

    public List<Operation> operations() {
        return List.of(
                creation(),
                Operation.signed("DescribeUserPool", this::describe, required("UserPoolId", Shapes.USER_POOL_ID)),
                Operation.signed(
                        "ListUserPools",
                        this::list,
                        required("MaxResults", Shapes.MAX_RESULTS),
                        optional("NextToken", Shapes.PAGINATION_TOKEN)));
    }

    private Operation creation() {
        return Operation.signed(
                "CreateUserPool",
                this::create,
                required("PoolName", Shapes.POOL_NAME),
                optional("Policies", POLICIES),
                optional("Schema", SCHEMA),
                optional("UsernameAttributes", Shapes.many(Shapes.choice("phone_number", "email"))),
                optional("AliasAttributes", Shapes.many(Shapes.choice("phone_number", "email", "preferred_username"))),
                optional(
                        "UsernameConfiguration", new Shape.Structure(List.of(required("CaseSensitive", Shapes.FLAG)))));
    }

    private ObjectNode create(Input input) {
        if (input.has("UsernameAttributes") && input.has("AliasAttributes")) {
            throw Refusal.invalidParameter(
                    "Only one of the aliasAttributes or usernameAttributes can be set in a user pool.");
        }
        PoolIdentity identity =
                new PoolIdentity(Identifiers.poolId(input.region()), input.text("PoolName"), clock.instant());
        UserPool pool = pools.add(PoolSettings.of(identity, input.members()));
        return answer(pool);
    }

    private ObjectNode describe(Input input) {
        return answer(pools.of(input));
    }

    private static ObjectNode answer(UserPool pool) {
        ObjectNode answer = Json.object();
        answer.set("UserPool", pool.describe());
        return answer;
    }

    private ObjectNode list(Input input) {
        return pages.page(
                input, LISTING, List.of(), pools::after, new Pages.View<>(UserPool::id, PoolOperations::summary));
    }

    private static ObjectNode summary(UserPool pool) {
        PoolIdentity identity = pool.settings().identity();
        return Json.object()
                .put("Id", identity.id())
                .put("Name", identity.name())
                .put("CreationDate", Json.time(identity.createdAt()))
                .put("LastModifiedDate", Json.time(identity.createdAt()));
    }
}
