package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** Who is in which group. */
@ContractSuite
class GroupMembershipContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @Test
    @Row(15)
    void joiningTwiceIsJoiningOnce() {
        String group = COGNITO.newGroup(COGNITO.pool());
        String user = COGNITO.newUser(COGNITO.pool(), unique("user")).username();

        join(user, group);
        join(user, group);

        assertThat(members(group)).containsExactly(user);
        assertThat(groups(user)).containsExactly(group);
    }

    @Test
    @Row({8, 15})
    void joiningNeedsTheGroup() {
        String user = COGNITO.newUser(COGNITO.pool(), unique("user")).username();

        assertThat(refusal(() -> join(user, "none"))).isEqualTo("ResourceNotFoundException: Group not found.");
    }

    @Test
    @Row({8, 15})
    void joiningNeedsTheUser() {
        String group = COGNITO.newGroup(COGNITO.pool());

        assertThat(refusal(() -> join("nobody", group))).isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    @Row(16)
    void leavingIsRepeatable() {
        String group = COGNITO.newGroup(COGNITO.pool());
        String user = COGNITO.newUser(COGNITO.pool(), unique("user")).username();
        join(user, group);

        leave(user, group);
        leave(user, group);

        assertThat(members(group)).isEmpty();
        assertThat(groups(user)).isEmpty();
    }

    @Test
    @Row({8, 16})
    void leavingNeedsTheGroupAndTheUser() {
        String group = COGNITO.newGroup(COGNITO.pool());
        String user = COGNITO.newUser(COGNITO.pool(), unique("user")).username();

        assertThat(refusal(() -> leave(user, "none"))).isEqualTo("ResourceNotFoundException: Group not found.");
        assertThat(refusal(() -> leave("nobody", group))).isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    @Row(8)
    void nobodyIsInNoGroups() {
        assertThat(refusal(() -> groups("nobody"))).isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    @Row(17)
    void deletedGroupTakesMembershipsAlong() {
        String gone = COGNITO.newGroup(COGNITO.pool());
        String other = COGNITO.newGroup(COGNITO.pool());
        String user = COGNITO.newUser(COGNITO.pool(), unique("user")).username();
        join(user, gone);
        join(user, other);

        SDK.deleteGroup(r -> r.userPoolId(COGNITO.pool()).groupName(gone));

        assertThat(groups(user)).containsExactly(other);
    }

    @Test
    @Row(17)
    void groupOfTheSameNameBeginsEmpty() {
        String group = COGNITO.newGroup(COGNITO.pool());
        join(COGNITO.newUser(COGNITO.pool(), unique("user")).username(), group);
        SDK.deleteGroup(r -> r.userPoolId(COGNITO.pool()).groupName(group));

        SDK.createGroup(r -> r.userPoolId(COGNITO.pool()).groupName(group));

        assertThat(members(group)).isEmpty();
    }

    @Test
    @Row({11, 15})
    void deletedUserLeavesItsGroups() {
        String group = COGNITO.newGroup(COGNITO.pool());
        String user = COGNITO.newUser(COGNITO.pool(), unique("user")).username();
        join(user, group);

        SDK.adminDeleteUser(r -> r.userPoolId(COGNITO.pool()).username(user));

        assertThat(members(group)).isEmpty();
    }

    private static void join(String user, String group) {
        SDK.adminAddUserToGroup(
                r -> r.userPoolId(COGNITO.pool()).groupName(group).username(user));
    }

    private static void leave(String user, String group) {
        SDK.adminRemoveUserFromGroup(
                r -> r.userPoolId(COGNITO.pool()).groupName(group).username(user));
    }

    private static List<String> members(String group) {
        return SDK.listUsersInGroup(r -> r.userPoolId(COGNITO.pool()).groupName(group)).users().stream()
                .map(UserType::username)
                .toList();
    }

    private static List<String> groups(String user) {
        return SDK.adminListGroupsForUser(r -> r.userPoolId(COGNITO.pool()).username(user)).groups().stream()
                .map(GroupType::groupName)
                .toList();
    }
}
