package io.github.cognitoconnector.embedded.cognito.group;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.DEMO;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

class GroupTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @Test
    void groupIsCreatedReadUpdatedAndDeleted() {
        String pool = COGNITO.newPool();
        SDK.createGroup(
                r -> r.userPoolId(pool).groupName("staff").description("All").precedence(3));

        GroupType updated = SDK.updateGroup(
                        r -> r.userPoolId(pool).groupName("staff").description("Everybody"))
                .group();

        assertThat(updated.description()).isEqualTo("Everybody");
        assertThat(updated.precedence()).isEqualTo(3);
        assertThat(SDK.getGroup(r -> r.userPoolId(pool).groupName("staff")).group())
                .isEqualTo(updated);
        SDK.deleteGroup(r -> r.userPoolId(pool).groupName("staff"));
        assertThat(refusal(() -> SDK.getGroup(r -> r.userPoolId(pool).groupName("staff"))))
                .isEqualTo("ResourceNotFoundException: Group not found.");
    }

    @Test
    void takenOrMalformedGroupIsRefused() {
        assertThat(refusal(() -> SDK.createGroup(r -> r.userPoolId(DEMO).groupName("demo"))))
                .startsWith("GroupExistsException");
        assertThat(refusal(() -> SDK.createGroup(r -> r.userPoolId(DEMO).groupName("with blank"))))
                .startsWith(
                        "InvalidParameterException: 1 validation error detected: Value 'with blank' at 'groupName'");
        assertThat(refusal(() ->
                        SDK.createGroup(r -> r.userPoolId(DEMO).groupName("x").precedence(-1))))
                .contains("greater than or equal to 0");
        assertThat(refusal(() -> SDK.updateGroup(r -> r.userPoolId(DEMO).groupName("none"))))
                .isEqualTo("ResourceNotFoundException: Group not found.");
    }

    @Test
    void groupsAreListedPageByPage() {
        String pool = COGNITO.newPool();
        IntStream.range(0, 5)
                .forEach(i -> SDK.createGroup(r -> r.userPoolId(pool).groupName("g" + i)));

        assertThat(SDK.listGroupsPaginator(r -> r.userPoolId(pool).limit(2)).groups().stream()
                        .map(GroupType::groupName))
                .containsExactly("g0", "g1", "g2", "g3", "g4");
        assertThat(SDK.listGroups(r -> r.userPoolId(pool).limit(0)).groups()).hasSize(5);
    }

    /** Contract rows 15 and 16: neither a second joining nor a leaving without joining is an error. */
    @Test
    void membershipIsRepeatable() {
        String pool = COGNITO.newPool();
        SDK.createGroup(r -> r.userPoolId(pool).groupName("staff"));
        COGNITO.newUser(pool, "grace");

        SDK.adminAddUserToGroup(r -> r.userPoolId(pool).groupName("staff").username("grace"));
        SDK.adminAddUserToGroup(r -> r.userPoolId(pool).groupName("staff").username("grace"));
        assertThat(SDK.listUsersInGroup(r -> r.userPoolId(pool).groupName("staff"))
                        .users())
                .extracting(UserType::username)
                .containsExactly("grace");
        assertThat(SDK.adminListGroupsForUser(r -> r.userPoolId(pool).username("grace"))
                        .groups())
                .extracting(GroupType::groupName)
                .containsExactly("staff");

        SDK.adminRemoveUserFromGroup(r -> r.userPoolId(pool).groupName("staff").username("grace"));
        SDK.adminRemoveUserFromGroup(r -> r.userPoolId(pool).groupName("staff").username("grace"));
        assertThat(SDK.listUsersInGroup(r -> r.userPoolId(pool).groupName("staff"))
                        .users())
                .isEmpty();
    }

    /** Contract row 15. */
    @Test
    void membershipNeedsBothSides() {
        assertThat(refusal(() -> SDK.adminAddUserToGroup(
                        r -> r.userPoolId(DEMO).groupName("none").username("ada"))))
                .isEqualTo("ResourceNotFoundException: Group not found.");
        assertThat(refusal(() -> SDK.adminAddUserToGroup(
                        r -> r.userPoolId(DEMO).groupName("demo").username("nobody"))))
                .isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(refusal(() -> SDK.listUsersInGroup(r -> r.userPoolId(DEMO).groupName("none"))))
                .isEqualTo("ResourceNotFoundException: Group not found.");
    }

    @Test
    void membersAreListedPageByPage() {
        String pool = COGNITO.newPool();
        SDK.createGroup(r -> r.userPoolId(pool).groupName("staff"));
        IntStream.range(0, 5).forEach(i -> {
            COGNITO.newUser(pool, "user" + i);
            SDK.adminAddUserToGroup(r -> r.userPoolId(pool).groupName("staff").username("user" + i));
        });

        assertThat(SDK
                        .listUsersInGroupPaginator(
                                r -> r.userPoolId(pool).groupName("staff").limit(2))
                        .users()
                        .stream()
                        .map(UserType::username))
                .containsExactly("user0", "user1", "user2", "user3", "user4");
    }

    /** Contract row 17. */
    @Test
    void deletingTakesMembershipsAlong() {
        String pool = COGNITO.newPool();
        SDK.createGroup(r -> r.userPoolId(pool).groupName("staff"));
        SDK.createGroup(r -> r.userPoolId(pool).groupName("other"));
        COGNITO.newUser(pool, "grace");
        SDK.adminAddUserToGroup(r -> r.userPoolId(pool).groupName("staff").username("grace"));
        SDK.adminAddUserToGroup(r -> r.userPoolId(pool).groupName("other").username("grace"));

        SDK.deleteGroup(r -> r.userPoolId(pool).groupName("staff"));
        assertThat(SDK.adminListGroupsForUser(r -> r.userPoolId(pool).username("grace"))
                        .groups())
                .extracting(GroupType::groupName)
                .containsExactly("other");

        SDK.adminDeleteUser(r -> r.userPoolId(pool).username("grace"));
        assertThat(SDK.listUsersInGroup(r -> r.userPoolId(pool).groupName("other"))
                        .users())
                .isEmpty();
    }
}
