package io.github.cognitoconnector.embedded.cognito.federation;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.pool.IdentityProvider;
import io.github.cognitoconnector.embedded.cognito.pool.IdentityProvider.Definition;
import io.github.cognitoconnector.embedded.cognito.pool.IdentityProviders;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** CreateIdentityProvider, UpdateIdentityProvider, DeleteIdentityProvider. */
public final class ProviderChanges {

    private static final int MAX_PROVIDERS = 300;
    /** The one target of a mapping that is no attribute of the schema. */
    private static final String USERNAME = "username";

    private final Pools pools;
    private final InstantSource clock;

    public ProviderChanges(Pools pools, InstantSource clock) {
        this.pools = pools;
        this.clock = clock;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.signed(
                        "CreateIdentityProvider",
                        this::create,
                        ProviderShapes.POOL,
                        ProviderShapes.NEW_NAME,
                        required("ProviderType", Shapes.choice(ProviderType.words())),
                        required("ProviderDetails", ProviderShapes.DETAILS),
                        optional("AttributeMapping", ProviderShapes.MAPPING),
                        optional("IdpIdentifiers", ProviderShapes.IDENTIFIERS)),
                Operation.signed(
                        "UpdateIdentityProvider",
                        this::update,
                        ProviderShapes.POOL,
                        ProviderShapes.NAME,
                        optional("ProviderDetails", ProviderShapes.DETAILS),
                        optional("AttributeMapping", ProviderShapes.MAPPING),
                        optional("IdpIdentifiers", ProviderShapes.IDENTIFIERS)),
                Operation.signed(
                        "DeleteIdentityProvider",
                        Operation.silent(this::delete),
                        ProviderShapes.POOL,
                        ProviderShapes.NAME));
    }

    private ObjectNode create(Input input) {
        UserPool pool = pools.of(input);
        String name = input.text("ProviderName");
        ProviderType type = ProviderType.of(input.text("ProviderType"));
        if (name.equals(IdentityProviders.OWN) || !type.admitsName(name)) {
            throw Refusal.invalidParameter(
                    "Provider %s cannot be of type %s.".formatted(name, input.text("ProviderType")));
        }
        Definition definition = definition(input, new Definition(Map.of(), Map.of(), List.of()));
        Instant now = clock.instant();
        IdentityProvider provider = new IdentityProvider(name, input.text("ProviderType"), definition, now, now);
        return pool.change(() -> {
            checkRoom(pool, name);
            return put(pool, provider);
        });
    }

    private static void checkRoom(UserPool pool, String name) {
        if (pool.identityProviders().find(name).isPresent()) {
            throw new Refusal("DuplicateProviderException", "A provider already exists with name: " + name);
        }
        if (pool.identityProviders().count() >= MAX_PROVIDERS) {
            throw Refusal.limitExceeded("A user pool has at most " + MAX_PROVIDERS + " identity providers.");
        }
    }

    /** Members that are absent stay as they are; the type cannot change. */
    private ObjectNode update(Input input) {
        UserPool pool = pools.of(input);
        return pool.change(() -> {
            IdentityProvider before = ProviderReading.find(pool, input);
            return put(pool, before.with(definition(input, before.definition()), clock.instant()));
        });
    }

    private static Definition definition(Input input, Definition before) {
        return new Definition(
                input.has("ProviderDetails") ? input.dictionary("ProviderDetails") : before.details(),
                input.has("AttributeMapping") ? input.dictionary("AttributeMapping") : before.mapping(),
                input.has("IdpIdentifiers") ? input.texts("IdpIdentifiers") : before.identifiers());
    }

    private static ObjectNode put(UserPool pool, IdentityProvider provider) {
        ProviderType.of(provider.type()).check(provider.definition().details());
        checkMapping(pool, provider.definition().mapping());
        checkIdentifiers(pool, provider);
        pool.identityProviders().put(provider);
        return ProviderReading.answer(pool, provider);
    }

    private static void checkMapping(UserPool pool, Map<String, String> mapping) {
        for (String attribute : mapping.keySet()) {
            if (!attribute.equals(USERNAME) && !pool.settings().schema().has(attribute)) {
                throw Refusal.invalidParameter(
                        "Attribute mapping names " + attribute + ", which does not exist in the schema.");
            }
        }
    }

    /** An identifier finds one provider of the pool. */
    private static void checkIdentifiers(UserPool pool, IdentityProvider provider) {
        List<String> identifiers = provider.definition().identifiers();
        if (new HashSet<>(identifiers).size() < identifiers.size()) {
            throw Refusal.invalidParameter("An identifier is there twice.");
        }
        for (String identifier : identifiers) {
            boolean taken = pool.identityProviders()
                    .withIdentifier(identifier)
                    .filter(other -> !other.name().equals(provider.name()))
                    .isPresent();
            if (taken) {
                throw Refusal.invalidParameter("The identifier " + identifier + " belongs to another provider.");
            }
        }
    }

    /** App clients keep its name in their lists. */
    private void delete(Input input) {
        UserPool pool = pools.of(input);
        pool.change(() -> {
            IdentityProvider provider = ProviderReading.find(pool, input);
            pool.identityProviders().remove(provider.name());
            return provider;
        });
    }
}
