package io.github.cognitoconnector.embedded.cognito.federation;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.page.Pages;
import io.github.cognitoconnector.embedded.cognito.pool.IdentityProvider;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.List;

/** DescribeIdentityProvider, GetIdentityProviderByIdentifier, ListIdentityProviders. */
public final class ProviderReading {

    private static final Pages.Names LISTING =
            new Pages.Names("ListIdentityProviders", "MaxResults", "NextToken", "Providers");

    private final Pools pools;
    private final Pages pages;

    public ProviderReading(Pools pools, Pages pages) {
        this.pools = pools;
        this.pages = pages;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.signed("DescribeIdentityProvider", this::describe, ProviderShapes.POOL, ProviderShapes.NAME),
                Operation.signed(
                        "GetIdentityProviderByIdentifier",
                        this::getByIdentifier,
                        ProviderShapes.POOL,
                        required("IdpIdentifier", ProviderShapes.IDENTIFIER)),
                Operation.signed(
                        "ListIdentityProviders",
                        this::list,
                        ProviderShapes.POOL,
                        optional("MaxResults", Shapes.LIMIT),
                        optional("NextToken", Shapes.NEXT_TOKEN)));
    }

    private ObjectNode describe(Input input) {
        UserPool pool = pools.of(input);
        return answer(pool, find(pool, input));
    }

    private ObjectNode getByIdentifier(Input input) {
        UserPool pool = pools.of(input);
        String identifier = input.text("IdpIdentifier");
        return answer(
                pool,
                pool.identityProviders()
                        .withIdentifier(identifier)
                        .orElseThrow(() -> Refusal.notFound(
                                "Identity provider with identifier " + identifier + " does not exist.")));
    }

    private ObjectNode list(Input input) {
        UserPool pool = pools.of(input);
        return pages.page(
                input,
                LISTING,
                List.of(pool.id()),
                pool.identityProviders()::after,
                new Pages.View<>(IdentityProvider::name, IdentityProvider::summary));
    }

    /**
     * The provider that {@code ProviderName} names.
     *
     * @throws Refusal {@code ResourceNotFoundException}
     */
    static IdentityProvider find(UserPool pool, Input input) {
        String name = input.text("ProviderName");
        return pool.identityProviders()
                .find(name)
                .orElseThrow(() -> Refusal.notFound("Identity provider " + name + " does not exist."));
    }

    static ObjectNode answer(UserPool pool, IdentityProvider provider) {
        ObjectNode description = provider.summary().put("UserPoolId", pool.id());
        ObjectNode details = description.putObject("ProviderDetails");
        ProviderType.of(provider.type())
                .described(provider.definition().details())
                .forEach(details::put);
        ObjectNode mapping = description.putObject("AttributeMapping");
        provider.definition().mapping().forEach(mapping::put);
        description.set("IdpIdentifiers", Json.array(provider.definition().identifiers()));
        ObjectNode answer = Json.object();
        answer.set("IdentityProvider", description);
        return answer;
    }
}
