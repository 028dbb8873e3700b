package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.page.Pages;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Member;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shape;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** CreateResourceServer, DescribeResourceServer, UpdateResourceServer, DeleteResourceServer, ListResourceServers. */
public final class ResourceServerOperations {

    private static final int MAX_SERVERS = 25;
    private static final Member IDENTIFIER = required("Identifier", Shapes.RESOURCE_SERVER_ID);
    private static final Member NAME = required("Name", Shapes.text(1, 256, "[\\w\\s+=,.@-]+"));
    private static final Member SCOPES = optional(
            "Scopes",
            new Shape.Many(
                    Shapes.structure(
                            required("ScopeName", Shapes.SCOPE_NAME),
                            required("ScopeDescription", Shapes.text(1, 256))),
                    0,
                    100));
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
                Operation.signed("CreateResourceServer", this::create, PoolShapes.POOL, IDENTIFIER, NAME, SCOPES),
                Operation.signed("DescribeResourceServer", this::describe, PoolShapes.POOL, IDENTIFIER),
                Operation.signed("UpdateResourceServer", this::update, PoolShapes.POOL, IDENTIFIER, NAME, SCOPES),
                Operation.signed("DeleteResourceServer", Operation.silent(this::delete), PoolShapes.POOL, IDENTIFIER),
                Operation.signed(
                        "ListResourceServers",
                        this::list,
                        PoolShapes.POOL,
                        optional("MaxResults", new Shape.Whole(1, 50)),
                        optional("NextToken", Shapes.PAGINATION_TOKEN)));
    }

    private ObjectNode create(Input input) {
        UserPool pool = pools.of(input);
        ResourceServer server = server(input);
        return pool.change(() -> {
            ResourceServers servers = pool.resourceServers();
            if (servers.find(server.identifier()).isPresent()) {
                throw Refusal.invalidParameter(server.identifier() + " already exists in user pool " + pool.id() + ".");
            }
            if (servers.count() >= MAX_SERVERS) {
                throw Refusal.limitExceeded("A user pool has at most " + MAX_SERVERS + " resource servers.");
            }
            servers.put(server);
            return answer(pool, server);
        });
    }

    private static ResourceServer server(Input input) {
        List<ResourceServer.Scope> scopes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode scope : input.members().path("Scopes")) {
            String name = scope.path("ScopeName").asText();
            if (!names.add(name)) {
                throw Refusal.invalidParameter("The scope " + name + " is there twice.");
            }
            scopes.add(new ResourceServer.Scope(
                    name, scope.path("ScopeDescription").asText()));
        }
        return new ResourceServer(input.text("Identifier"), input.text("Name"), List.copyOf(scopes));
    }

    /** Scopes that are omitted are gone, as everything that an update omits. */
    private ObjectNode update(Input input) {
        UserPool pool = pools.of(input);
        ResourceServer server = server(input);
        return pool.change(() -> {
            find(pool, input);
            pool.resourceServers().put(server);
            return answer(pool, server);
        });
    }

    /** Clients keep its scopes in their lists. */
    private void delete(Input input) {
        UserPool pool = pools.of(input);
        pool.change(() -> {
            ResourceServer server = find(pool, input);
            pool.resourceServers().remove(server.identifier());
            return server;
        });
    }

    private ObjectNode describe(Input input) {
        UserPool pool = pools.of(input);
        return answer(pool, find(pool, input));
    }

    private static ResourceServer find(UserPool pool, Input input) {
        return pool.resourceServers()
                .find(input.text("Identifier"))
                .orElseThrow(() -> Refusal.notFound("Resource server not found."));
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
