package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Operation.silent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.page.Pages;
import io.github.cognitoconnector.embedded.cognito.pool.PoolSettings.PoolIdentity;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.time.InstantSource;
import java.util.List;

/** CreateUserPool, DescribeUserPool, UpdateUserPool, DeleteUserPool, ListUserPools. */
public final class PoolOperations {

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
                Operation.signed("CreateUserPool", this::create, PoolShapes.creation()),
                Operation.signed("DescribeUserPool", this::describe, PoolShapes.POOL),
                Operation.signed("UpdateUserPool", silent(this::update), PoolShapes.update()),
                Operation.signed("DeleteUserPool", silent(this::delete), PoolShapes.POOL),
                Operation.signed(
                        "ListUserPools",
                        this::list,
                        required("MaxResults", Shapes.MAX_RESULTS),
                        optional("NextToken", Shapes.PAGINATION_TOKEN)));
    }

    private ObjectNode create(Input input) {
        PoolRules.checkNew(input.members());
        PoolIdentity identity =
                new PoolIdentity(Identifiers.poolId(input.region()), input.text("PoolName"), clock.instant());
        return answer(pools.create(PoolSettings.of(identity, input.members())));
    }

    private ObjectNode describe(Input input) {
        return answer(pools.of(input));
    }

    private ObjectNode answer(UserPool pool) {
        ObjectNode description =
                PoolDescription.full(pool.settings(), pool.users().count());
        pools.domains()
                .ofPool(pool.id())
                .forEach(domain -> description.put(domain.isCustom() ? "CustomDomain" : "Domain", domain.name()));
        ObjectNode answer = Json.object();
        answer.set("UserPool", description);
        return answer;
    }

    /** What is omitted gets its default; the schema and how users sign in are no members of the request. */
    private void update(Input input) {
        UserPool pool = pools.of(input);
        pool.configure(before -> {
            pool.refuseWhileImporting();
            PoolRules.check(input.members());
            PoolSettings after = before.updated(input.members(), clock.instant());
            if (after.mfa().mode() == MfaSettings.Mode.ON && !after.mfa().hasFactor()) {
                throw Refusal.invalidParameter(
                        "Cannot turn MFA functionality ON, once the user pool has been created.");
            }
            return after;
        });
    }

    /** At once and for good; AWS keeps a deleted pool out of sight for a while. */
    private void delete(Input input) {
        pools.delete(pools.of(input));
    }

    /** Those of the region that the request was signed for; every other operation takes a pool of any region. */
    private ObjectNode list(Input input) {
        return pages.page(
                input,
                LISTING,
                List.of(input.region()),
                id -> pools.after(id).filter(pool -> pool.settings().identity().isIn(input.region())),
                new Pages.View<>(UserPool::id, pool -> PoolDescription.summary(pool.settings())));
    }
}
