package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.page.Pages;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shape;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.time.InstantSource;
import java.util.List;

/** CreateUserPoolClient, DescribeUserPoolClient, ListUserPoolClients. */
public final class ClientOperations {

    private static final Shape FLOW = Shapes.choice(
            "ADMIN_NO_SRP_AUTH",
            "CUSTOM_AUTH_FLOW_ONLY",
            "USER_PASSWORD_AUTH",
            "ALLOW_ADMIN_USER_PASSWORD_AUTH",
            "ALLOW_CUSTOM_AUTH",
            "ALLOW_USER_PASSWORD_AUTH",
            "ALLOW_USER_SRP_AUTH",
            "ALLOW_REFRESH_TOKEN_AUTH",
            "ALLOW_USER_AUTH");
    private static final Shape SCOPE = Shapes.text(1, 256, "[\\x21\\x23-\\x5B\\x5D-\\x7E]+");
    private static final Shape TOKEN_LIFE = new Shape.Whole(1, 86_400);
    private static final Pages.Names LISTING =
            new Pages.Names("ListUserPoolClients", "MaxResults", "NextToken", "UserPoolClients");

    private final Pools pools;
    private final Pages pages;
    private final InstantSource clock;

    public ClientOperations(Pools pools, Pages pages, InstantSource clock) {
        this.pools = pools;
        this.pages = pages;
        this.clock = clock;
    }

    public List<Operation> operations() {
        return List.of(
                creation(),
                Operation.signed(
                        "DescribeUserPoolClient",
                        this::describe,
                        required("UserPoolId", Shapes.USER_POOL_ID),
                        required("ClientId", Shapes.CLIENT_ID)),
                Operation.signed(
                        "ListUserPoolClients",
                        this::list,
                        required("UserPoolId", Shapes.USER_POOL_ID),
                        optional("MaxResults", Shapes.MAX_RESULTS),
                        optional("NextToken", Shapes.NEXT_TOKEN)));
    }

    private Operation creation() {
        return Operation.signed(
                "CreateUserPoolClient",
                this::create,
                required("UserPoolId", Shapes.USER_POOL_ID),
                required("ClientName", Shapes.CLIENT_NAME),
                optional("GenerateSecret", Shapes.FLAG),
                optional("ExplicitAuthFlows", Shapes.many(FLOW)),
                optional("AllowedOAuthFlowsUserPoolClient", Shapes.FLAG),
                optional(
                        "AllowedOAuthFlows",
                        new Shape.Many(Shapes.choice("code", "implicit", "client_credentials"), 0, 3)),
                optional("AllowedOAuthScopes", new Shape.Many(SCOPE, 0, 50)),
                optional("AccessTokenValidity", TOKEN_LIFE),
                optional("IdTokenValidity", TOKEN_LIFE),
                optional("RefreshTokenValidity", new Shape.Whole(0, 315_360_000)),
                optional("AuthSessionValidity", new Shape.Whole(3, 15)),
                optional("PreventUserExistenceErrors", Shapes.choice("LEGACY", "ENABLED")));
    }

    private ObjectNode create(Input input) {
        UserPool pool = pools.of(input);
        checkFlows(input.texts("AllowedOAuthFlows"), input.flag("GenerateSecret"));
        for (String scope : input.texts("AllowedOAuthScopes")) {
            if (!pool.resourceServers().knowScope(scope)) {
                throw new Refusal("ScopeDoesNotExistException", "Invalid scope requested: " + scope);
            }
        }
        AppClient client = new AppClient(
                Identifiers.clientId(),
                pool.id(),
                input.flag("GenerateSecret") ? Identifiers.clientSecret() : null,
                clock.instant(),
                input.members());
        pools.add(client);
        return answer(client);
    }

    private static void checkFlows(List<String> flows, boolean secret) {
        if (!flows.contains("client_credentials")) {
            return;
        }
        if (flows.size() > 1) {
            throw invalidFlow("client_credentials flow can not be selected along with code flow or implicit flow.");
        }
        if (!secret) {
            throw invalidFlow("client_credentials flow can not be selected if client does not have a client secret.");
        }
    }

    private static Refusal invalidFlow(String message) {
        return new Refusal("InvalidOAuthFlowException", message);
    }

    private ObjectNode describe(Input input) {
        return answer(pools.clientOf(pools.of(input), input));
    }

    private static ObjectNode answer(AppClient client) {
        ObjectNode answer = Json.object();
        answer.set("UserPoolClient", client.describe());
        return answer;
    }

    private ObjectNode list(Input input) {
        UserPool pool = pools.of(input);
        return pages.page(
                input,
                LISTING,
                List.of(pool.id()),
                after -> pools.clientsAfter(pool, after),
                new Pages.View<>(AppClient::id, ClientOperations::summary));
    }

    private static ObjectNode summary(AppClient client) {
        return Json.object()
                .put("ClientId", client.id())
                .put("UserPoolId", client.poolId())
                .put("ClientName", client.name());
    }
}
