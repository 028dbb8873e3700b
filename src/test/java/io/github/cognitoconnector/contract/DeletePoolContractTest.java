package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeletionProtectionType;

@ContractSuite
@Section(1)
class DeletePoolContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    /** Contract row 29. */
    @Test
    @Row(29)
    void protectedPoolIsNotDeletedUntilItsProtectionIsOff() {
        String pool = COGNITO.newPool(r -> r.deletionProtection(DeletionProtectionType.ACTIVE));

        assertThat(refusal(() -> SDK.deleteUserPool(r -> r.userPoolId(pool))))
                .isEqualTo("InvalidParameterException: The user pool cannot be deleted because deletion protection is"
                        + " activated. Deletion protection must be inactivated first.");

        SDK.updateUserPool(r -> r.userPoolId(pool).deletionProtection(DeletionProtectionType.INACTIVE));
        SDK.deleteUserPool(r -> r.userPoolId(pool));
        assertThat(refusal(() -> SDK.describeUserPool(r -> r.userPoolId(pool))))
                .startsWith("ResourceNotFoundException");
    }

    @Test
    void poolIsNotDeletedBeforeItsDomain() {
        String pool = COGNITO.newPool();
        String domain = CognitoFixture.unique("first-");
        COGNITO.newDomain(pool, domain, r -> {});

        assertThat(refusal(() -> SDK.deleteUserPool(r -> r.userPoolId(pool))))
                .isEqualTo("InvalidParameterException: User pool cannot be deleted. It has a domain configured that"
                        + " should be deleted first.");

        SDK.deleteUserPoolDomain(r -> r.userPoolId(pool).domain(domain));
        SDK.deleteUserPool(r -> r.userPoolId(pool));
        assertThat(refusal(() -> SDK.describeUserPool(r -> r.userPoolId(pool))))
                .startsWith("ResourceNotFoundException");
    }

    @Test
    void deletionLeavesOtherPoolsAlone() {
        String pool = COGNITO.newPool();
        String other = COGNITO.newPool();
        String client = SDK.createUserPoolClient(r -> r.userPoolId(other).clientName("web"))
                .userPoolClient()
                .clientId();

        SDK.deleteUserPool(r -> r.userPoolId(pool));

        assertThat(SDK.describeUserPoolClient(r -> r.userPoolId(other).clientId(client))
                        .userPoolClient()
                        .clientId())
                .isEqualTo(client);
    }
}
