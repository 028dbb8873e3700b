package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;

@ContractSuite
class GroupContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @Test
    @Row(18)
    void groupIsCreatedReadUpdatedAndDeleted() {
        String pool = COGNITO.pool();
        String name = COGNITO.newGroup(pool);
        SDK.updateGroup(
                r -> r.userPoolId(pool).groupName(name).description("All").precedence(3));

        GroupType updated = SDK.updateGroup(
                        r -> r.userPoolId(pool).groupName(name).description("Everybody"))
                .group();

        assertThat(updated.groupName()).isEqualTo(name);
        assertThat(updated.description()).isEqualTo("Everybody");
        assertThat(updated.precedence()).isEqualTo(3);
        assertThat(SDK.getGroup(r -> r.userPoolId(pool).groupName(name)).group())
                .isEqualTo(updated);
        SDK.deleteGroup(r -> r.userPoolId(pool).groupName(name));
        assertThat(refusal(() -> SDK.getGroup(r -> r.userPoolId(pool).groupName(name))))
                .isEqualTo("ResourceNotFoundException: Group not found.");
    }

    @Test
    @Row(18)
    void takenNameIsRefused() {
        String pool = COGNITO.pool();
        String name = COGNITO.newGroup(pool);

        assertThat(refusal(() -> SDK.createGroup(r -> r.userPoolId(pool).groupName(name))))
                .startsWith("GroupExistsException");
    }

    @Test
    @Row(8)
    void missingGroupIsNotFound() {
        String pool = COGNITO.pool();
        String missing = "ResourceNotFoundException: Group not found.";

        assertThat(refusal(() -> SDK.getGroup(r -> r.userPoolId(pool).groupName("none"))))
                .isEqualTo(missing);
        assertThat(refusal(() -> SDK.updateGroup(r -> r.userPoolId(pool).groupName("none"))))
                .isEqualTo(missing);
        assertThat(refusal(() -> SDK.deleteGroup(r -> r.userPoolId(pool).groupName("none"))))
                .isEqualTo(missing);
        assertThat(refusal(() -> SDK.listUsersInGroup(r -> r.userPoolId(pool).groupName("none"))))
                .isEqualTo(missing);
    }

    @Test
    @Row(18)
    void groupHasWhatItWasCreatedWith() {
        String pool = COGNITO.pool();
        String name = unique("group");

        GroupType created = SDK.createGroup(r -> r.userPoolId(pool)
                        .groupName(name)
                        .description("All")
                        .precedence(0)
                        .roleArn("arn:aws:iam::123456789012:role/staff"))
                .group();
        SDK.deleteGroup(r -> r.userPoolId(pool).groupName(name));

        assertThat(created.userPoolId()).isEqualTo(pool);
        assertThat(created.description()).isEqualTo("All");
        assertThat(created.precedence()).isZero();
        assertThat(created.roleArn()).isEqualTo("arn:aws:iam::123456789012:role/staff");
        assertThat(created.creationDate()).isEqualTo(created.lastModifiedDate());
    }
}
