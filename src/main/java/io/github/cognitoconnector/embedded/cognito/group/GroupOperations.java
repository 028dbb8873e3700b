package io.github.cognitoconnector.embedded.cognito.group;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Operation.silent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.Group;
import io.github.cognitoconnector.embedded.cognito.directory.Group.Definition;
import io.github.cognitoconnector.embedded.cognito.page.Pages;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Member;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** CreateGroup, GetGroup, UpdateGroup, DeleteGroup, ListGroups. */
public final class GroupOperations {

    private static final int MAX_GROUPS = 10_000;
    private static final Pages.Names LISTING = new Pages.Names("ListGroups", "Limit", "NextToken", "Groups");

    private static final Member POOL = required("UserPoolId", Shapes.USER_POOL_ID);
    private static final Member NAME = required("GroupName", Shapes.GROUP_NAME);
    private static final Member DESCRIPTION = optional("Description", Shapes.DESCRIPTION);
    private static final Member PRECEDENCE = optional("Precedence", Shapes.PRECEDENCE);
    private static final Member ROLE_ARN = optional("RoleArn", Shapes.ROLE_ARN);

    private final Pools pools;
    private final Pages pages;
    private final InstantSource clock;

    public GroupOperations(Pools pools, Pages pages, InstantSource clock) {
        this.pools = pools;
        this.pages = pages;
        this.clock = clock;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.signed("CreateGroup", this::create, POOL, NAME, DESCRIPTION, PRECEDENCE, ROLE_ARN),
                Operation.signed("GetGroup", this::get, POOL, NAME),
                Operation.signed("UpdateGroup", this::update, POOL, NAME, DESCRIPTION, PRECEDENCE, ROLE_ARN),
                Operation.signed("DeleteGroup", silent(this::delete), POOL, NAME),
                Operation.signed(
                        "ListGroups",
                        this::list,
                        POOL,
                        optional("Limit", Shapes.LIMIT),
                        optional("NextToken", Shapes.NEXT_TOKEN)));
    }

    /**
     * The group that {@code GroupName} names.
     *
     * @throws Refusal {@code ResourceNotFoundException} (contract row 8)
     */
    static Group find(UserPool pool, Input input) {
        return pool.groups().find(input.text("GroupName")).orElseThrow(() -> Refusal.notFound("Group not found."));
    }

    private ObjectNode create(Input input) {
        UserPool pool = pools.of(input);
        Instant now = clock.instant();
        Group group = new Group(input.text("GroupName"), definition(input, new Definition(null, null, null)), now, now);
        return pool.change(() -> {
            if (pool.groups().find(group.name()).isPresent()) {
                throw new Refusal("GroupExistsException", "A group with the name already exists.");
            }
            if (pool.groups().count() >= MAX_GROUPS) {
                throw Refusal.limitExceeded("A user pool has at most " + MAX_GROUPS + " groups.");
            }
            pool.groups().put(group);
            return GroupJson.answer(pool, group);
        });
    }

    private ObjectNode get(Input input) {
        UserPool pool = pools.of(input);
        return GroupJson.answer(pool, find(pool, input));
    }

    /** Members that are absent stay as they are; there is no way to rename (contract row 18). */
    private ObjectNode update(Input input) {
        UserPool pool = pools.of(input);
        return pool.change(() -> {
            Group before = find(pool, input);
            Group after = before.with(definition(input, before.definition()), clock.instant());
            pool.groups().put(after);
            return GroupJson.answer(pool, after);
        });
    }

    private static Definition definition(Input input, Definition before) {
        return new Definition(
                input.has("Description") ? input.text("Description") : before.description(),
                input.has("Precedence")
                        ? Integer.valueOf(input.number("Precedence").orElseThrow())
                        : before.precedence(),
                input.has("RoleArn") ? input.text("RoleArn") : before.roleArn());
    }

    /** With its memberships, however many there are (contract row 17). */
    private void delete(Input input) {
        UserPool pool = pools.of(input);
        pool.change(() -> {
            Group group = find(pool, input);
            pool.memberships().removeGroup(group.name());
            pool.groups().remove(group.name());
            return group;
        });
    }

    private ObjectNode list(Input input) {
        UserPool pool = pools.of(input);
        return pages.page(
                input,
                LISTING,
                List.of(pool.id()),
                pool.groups()::after,
                new Pages.View<>(Group::name, group -> GroupJson.listed(pool, group)));
    }
}
