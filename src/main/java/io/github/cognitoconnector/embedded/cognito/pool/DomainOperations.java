package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Member;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.List;

/** CreateUserPoolDomain, DescribeUserPoolDomain, UpdateUserPoolDomain, DeleteUserPoolDomain. */
public final class DomainOperations {

    /** Without the model's pattern, which would refuse every custom domain; {@link DomainRules} tells them apart. */
    private static final Member NAME = required("Domain", Shapes.text(1, 63));

    private static final Member VERSION =
            optional("ManagedLoginVersion", Shapes.whole(Integer.MIN_VALUE, Integer.MAX_VALUE));
    private static final Member CUSTOM = optional(
            "CustomDomainConfig",
            Shapes.structure(
                    required("CertificateArn", Shapes.ARN),
                    optional("SecurityPolicy", Shapes.choice("TLS_V1", "TLS_V1_2_2021", "TLS_V1_3_2025"))));
    private static final Member ROUTING = optional(
            "Routing",
            Shapes.structure(optional(
                    "Failover",
                    Shapes.structure(
                            required("SecondaryRegion", Shapes.text(5, 32)),
                            required("PrimaryRoute53HealthCheckId", Shapes.text(0, 64))))));

    private final Pools pools;

    public DomainOperations(Pools pools) {
        this.pools = pools;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.signed("CreateUserPoolDomain", this::create, NAME, PoolShapes.POOL, VERSION, CUSTOM, ROUTING),
                Operation.signed("DescribeUserPoolDomain", this::describe, NAME),
                Operation.signed("UpdateUserPoolDomain", this::update, NAME, PoolShapes.POOL, VERSION, CUSTOM, ROUTING),
                Operation.signed("DeleteUserPoolDomain", Operation.silent(this::delete), NAME, PoolShapes.POOL));
    }

    private ObjectNode create(Input input) {
        UserPool pool = pools.of(input);
        DomainRules.checkName(input.text("Domain"), input.members());
        DomainRules.check(pool.settings(), input.members());
        Domain domain = domain(pool, input);
        return pool.change(() -> {
            pools.domains().add(domain);
            return domain.result();
        });
    }

    private static Domain domain(UserPool pool, Input input) {
        ObjectNode stated = input.members().deepCopy();
        stated.remove(List.of("Domain", "UserPoolId"));
        return new Domain(input.text("Domain"), pool.settings().identity().region(), pool.id(), stated);
    }

    /** An unknown domain is described by nothing, as AWS does it: that is how callers learn that a name is free. */
    private ObjectNode describe(Input input) {
        ObjectNode answer = Json.object();
        answer.set(
                "DomainDescription",
                pools.domains()
                        .find(input.text("Domain"), input.region())
                        .map(Domain::describe)
                        .orElseGet(Json::object));
        return answer;
    }

    /** What is omitted gets its default, but a custom domain needs its certificate again. */
    private ObjectNode update(Input input) {
        UserPool pool = pools.of(input);
        return pool.change(() -> {
            Domain before = find(pool, input);
            DomainRules.check(pool.settings(), input.members());
            if (before.isCustom() != input.has("CustomDomainConfig")) {
                throw Refusal.invalidParameter(
                        before.isCustom()
                                ? "CustomDomainConfig is required for a custom domain."
                                : "Custom domain is not a valid subdomain");
            }
            Domain after = domain(pool, input);
            pools.domains().replace(before, after);
            return after.result();
        });
    }

    private void delete(Input input) {
        UserPool pool = pools.of(input);
        pool.change(() -> {
            Domain domain = find(pool, input);
            pools.domains().remove(domain);
            return domain;
        });
    }

    private Domain find(UserPool pool, Input input) {
        return pools.domains()
                .ofPool(pool.id())
                .filter(domain -> domain.name().equals(input.text("Domain")))
                .findFirst()
                .orElseThrow(() -> Refusal.invalidParameter("No such domain or user pool exists."));
    }
}
