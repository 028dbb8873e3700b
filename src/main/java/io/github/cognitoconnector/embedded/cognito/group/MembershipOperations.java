package io.github.cognitoconnector.embedded.cognito.group;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Operation.silent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.Group;
import io.github.cognitoconnector.embedded.cognito.directory.Memberships;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.Users;
import io.github.cognitoconnector.embedded.cognito.page.Pages;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.user.UserJson;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Member;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.List;
import java.util.SortedSet;
import java.util.function.BiConsumer;

/** AdminAddUserToGroup, AdminRemoveUserFromGroup, AdminListGroupsForUser, ListUsersInGroup. */
public final class MembershipOperations {

    private static final int MAX_GROUPS_PER_USER = 100;
    private static final Pages.Names GROUPS = new Pages.Names("AdminListGroupsForUser", "Limit", "NextToken", "Groups");
    private static final Pages.Names USERS = new Pages.Names("ListUsersInGroup", "Limit", "NextToken", "Users");

    private static final Member POOL = required("UserPoolId", Shapes.USER_POOL_ID);
    private static final Member USER = required("Username", Shapes.USERNAME);
    private static final Member GROUP = required("GroupName", Shapes.GROUP_NAME);
    private static final Member LIMIT = optional("Limit", Shapes.LIMIT);
    private static final Member NEXT_TOKEN = optional("NextToken", Shapes.NEXT_TOKEN);

    private final Accounts accounts;
    private final Pages pages;

    public MembershipOperations(Accounts accounts, Pages pages) {
        this.accounts = accounts;
        this.pages = pages;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.signed("AdminAddUserToGroup", silent(this::add), POOL, USER, GROUP),
                Operation.signed("AdminRemoveUserFromGroup", silent(this::remove), POOL, USER, GROUP),
                Operation.signed("AdminListGroupsForUser", this::groups, POOL, USER, LIMIT, NEXT_TOKEN),
                Operation.signed("ListUsersInGroup", this::users, POOL, GROUP, LIMIT, NEXT_TOKEN));
    }

    /** A repeat succeeds (contract row 15). */
    private void add(Input input) {
        UserPool pool = accounts.pool(input);
        change(pool, input, (user, group) -> {
            SortedSet<String> joined = pool.memberships().groupsOf(user);
            if (joined.size() >= MAX_GROUPS_PER_USER && !joined.contains(group.name())) {
                throw Refusal.limitExceeded("A user is in at most " + MAX_GROUPS_PER_USER + " groups.");
            }
            pool.memberships().join(user, group.name());
        });
    }

    /** Silent for a user who is no member (contract row 16). */
    private void remove(Input input) {
        UserPool pool = accounts.pool(input);
        change(pool, input, (user, group) -> pool.memberships().leave(user, group.name()));
    }

    private void change(UserPool pool, Input input, BiConsumer<User, Group> change) {
        pool.change(() -> {
            User user = accounts.get(pool, input);
            change.accept(user, GroupOperations.find(pool, input));
            return user;
        });
    }

    private ObjectNode groups(Input input) {
        UserPool pool = accounts.pool(input);
        User user = accounts.get(pool, input);
        Memberships memberships = pool.memberships();
        return pages.page(
                input,
                GROUPS,
                List.of(pool.id(), user.sub()),
                after -> memberships.groupsOf(user).tailSet(after + '\0').stream()
                        .flatMap(name -> pool.groups().find(name).stream()),
                new Pages.View<>(Group::name, group -> GroupJson.listed(pool, group)));
    }

    private ObjectNode users(Input input) {
        UserPool pool = accounts.pool(input);
        String group = GroupOperations.find(pool, input).name();
        return pages.page(
                input,
                USERS,
                List.of(pool.id(), group),
                position -> pool.memberships()
                        .membersOf(group, position)
                        .flatMap(sequence -> pool.users().at(sequence).stream()),
                new Pages.View<>(Users::position, UserJson::listed));
    }
}
