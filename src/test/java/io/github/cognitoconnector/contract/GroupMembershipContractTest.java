package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

@ContractSuite
class GroupMembershipContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @Test
    @Row(15)
    void joiningTwiceIsJoiningOnce() {
        String pool = COGNITO.pool();
        String group = COGNITO.newGroup(pool);
        String user = COGNITO.newUser(pool, unique("user")).username();

        SDK.adminAddUserToGroup(r -> r.userPoolId(pool).groupName(group).username(user));
        SDK.adminAddUserToGroup(r -> r.userPoolId(pool).groupName(group).username(user));

        assertThat(SDK.listUsersInGroup(r -> r.userPoolId(pool).groupName(group))
                        .users())
                .extracting(UserType::username)
                .containsExactly(user);
        assertThat(SDK.adminListGroupsForUser(r -> r.userPoolId(pool).username(user))
                        .groups())
                .extracting(GroupType::groupName)
                .containsExactly(group);
    }

    @Test
    @Row(15)
    void joiningNeedsTheGroupAndTheUser() {
        String pool = COGNITO.pool();
        String group = COGNITO.newGroup(pool);
        String user = COGNITO.newUser(pool, unique("user")).username();

        assertThat(refusal(() -> SDK.adminAddUserToGroup(
                        r -> r.userPoolId(pool).groupName("none").username(user))))
                .isEqualTo("ResourceNotFoundException: Group not found.");
        assertThat(refusal(() -> SDK.adminAddUserToGroup(
                        r -> r.userPoolId(pool).groupName(group).username("nobody"))))
                .isEqualTo("UserNotFoundException: User does not exist.");
    }
}
