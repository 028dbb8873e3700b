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
import java.util.ArrayList;
import java.util.List;

/** CreateResourceServer, DescribeResourceServer, ListResourceServers. */
public final class ResourceServerOperations {

    private static final Shape SCOPES = new Shape.Many(
            new Shape.Structure(List.of(
                    required("ScopeName", Shapes.SCOPE_NAME), required("ScopeDescription", Shapes.text(1, 256)))),
            0,
            100);
    private static final Pages.Names LISTING =
            new Pages.Names("ListResourceServers", "MaxResults", "NextToken", "ResourceServers");

    private final Pools pools;
    private final Pages pages;

    public ResourceServerOperations(Pools pools, Pages pages) {
        this.pools = pools;
        this.pages = pages;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.signed(
                        "CreateResourceServer",
                        this::create,
                        required("UserPoolId", Shapes.USER_POOL_ID),
                        required("Identifier", Shapes.RESOURCE_SERVER_ID),
                        required("Name", Shapes.text(1, 256, "[\\w\\s+=,.@-]+")),
                        optional("Scopes", SCOPES)),
                Operation.signed(
                        "DescribeResourceServer",
                        this::describe,
                        required("UserPoolId", Shapes.USER_POOL_ID),
                        required("Identifier", Shapes.RESOURCE_SERVER_ID)),
                Operation.signed(
                        "ListResourceServers",
                        this::list,
                        required("UserPoolId", Shapes.USER_POOL_ID),
                        optional("MaxResults", new Shape.Whole(1, 50)),
                        optional("NextToken", Shapes.PAGINATION_TOKEN)));
    }

    private ObjectNode create(Input input) {
        UserPool pool = pools.of(input);
        List<ResourceServer.Scope> scopes = new ArrayList<>();
        input.members()
                .path("Scopes")
                .forEach(scope -> scopes.add(new ResourceServer.Scope(
                        scope.path("ScopeName").asText(),
                        scope.path("ScopeDescription").asText())));
        ResourceServer server = new ResourceServer(input.text("Identifier"), input.text("Name"), List.copyOf(scopes));
        return pool.change(() -> {
            if (pool.resourceServers().find(server.identifier()).isPresent()) {
                throw Refusal.invalidParameter(server.identifier() + " already exists in user pool " + pool.id() + ".");
            }
            pool.resourceServers().put(server);
            return answer(pool, server);
        });
    }

    private ObjectNode describe(Input input) {
        UserPool pool = pools.of(input);
        ResourceServer server = pool.resourceServers()
                .find(input.text("Identifier"))
                .orElseThrow(() -> Refusal.notFound("Resource server not found."));
        return answer(pool, server);
    }

    private static ObjectNode answer(UserPool pool, ResourceServer server) {
        ObjectNode answer = Json.object();
        answer.set("ResourceServer", server.describe(pool.id()));
        return answer;
    }

    private ObjectNode list(Input input) {
        UserPool pool = pools.of(input);
        return pages.page(
                input,
                LISTING,
                List.of(pool.id()),
                pool.resourceServers()::after,
                new Pages.View<>(ResourceServer::identifier, server -> server.describe(pool.id())));
    }
}
