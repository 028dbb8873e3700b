package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.page.Pages;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CreateUserPoolClient, DescribeUserPoolClient, UpdateUserPoolClient, DeleteUserPoolClient, ListUserPoolClients.
 */
public final class ClientOperations {

    private static final Pages.Names LISTING =
            new Pages.Names("ListUserPoolClients", "MaxResults", "NextToken", "UserPoolClients");
    private static final List<String> NAMES = List.of("UserPoolId", "ClientId", "GenerateSecret", "ClientSecret");

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
                Operation.signed("CreateUserPoolClient", this::create, ClientShapes.creation()),
                Operation.signed("DescribeUserPoolClient", this::describe, PoolShapes.POOL, ClientShapes.CLIENT),
                Operation.signed("UpdateUserPoolClient", this::update, ClientShapes.update()),
                Operation.signed(
                        "DeleteUserPoolClient", Operation.silent(this::delete), PoolShapes.POOL, ClientShapes.CLIENT),
                Operation.signed(
                        "ListUserPoolClients",
                        this::list,
                        PoolShapes.POOL,
                        optional("MaxResults", Shapes.MAX_RESULTS),
                        optional("NextToken", Shapes.NEXT_TOKEN)));
    }

    private ObjectNode create(Input input) {
        UserPool pool = pools.of(input);
        if (input.flag("GenerateSecret") && input.has("ClientSecret")) {
            throw Refusal.invalidParameter("Either GenerateSecret or ClientSecret can be specified, not both.");
        }
        AppClient.Identity identity =
                new AppClient.Identity(Identifiers.clientId(), pool.id(), secret(input), clock.instant());
        AppClient client = AppClient.of(identity, stated(input));
        return pool.change(() -> {
            ClientRules.check(pool, client, "creating");
            pools.create(pool, client);
            return answer(client);
        });
    }

    private static @Nullable String secret(Input input) {
        return input.flag("GenerateSecret")
                ? Identifiers.clientSecret()
                : input.find("ClientSecret").orElse(null);
    }

    private static ObjectNode stated(Input input) {
        ObjectNode stated = input.members().deepCopy();
        stated.remove(NAMES);
        return stated;
    }

    /** What is omitted gets its default, but for the name, which has none. The secret stays. */
    private ObjectNode update(Input input) {
        UserPool pool = pools.of(input);
        return pool.change(() -> {
            AppClient client = pools.clientOf(pool, input).updated(stated(input), clock.instant());
            ClientRules.check(pool, client, "updating");
            pools.add(client);
            return answer(client);
        });
    }

    private void delete(Input input) {
        UserPool pool = pools.of(input);
        pool.change(() -> {
            AppClient client = pools.clientOf(pool, input);
            pools.remove(client);
            return client;
        });
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
