package io.github.cognitoconnector.embedded.cognito.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.wire.OperationNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaCategoriesTest {

    @Test
    void everyOperationCountsAgainstAQuota() {
        assertThat(OperationNames.all())
                .isNotEmpty()
                .allSatisfy(operation ->
                        assertThat(QuotaCategories.of(operation)).as(operation).isPresent());
    }

    @Test
    void whatIsNoOperationCountsAgainstNone() {
        assertThat(QuotaCategories.of("MakeCoffee")).isEmpty();
        assertThat(QuotaCategories.of("UserCreation")).isEmpty();
        assertThat(QuotaCategories.names())
                .hasSize(18)
                .contains("UserFederation")
                .doesNotContain("");
    }

    @ParameterizedTest
    @CsvSource({
        "AdminAddUserToGroup, UserUpdate",
        "AdminSetUserPassword, UserAccountRecovery",
        "ListGroups, UserPoolResourceRead",
        "CreateGroup, UserPoolResourceUpdate",
        "UpdateUserPoolClient, UserPoolClientUpdate",
        "DeleteIdentityProvider, UserPoolResourceUpdate",
        "GetUserPoolMfaConfig, UserPoolResourceRead",
        "AdminGetDevice, UserResourceRead",
        "VerifySoftwareToken, UserResourceUpdate",
        "Token, ClientAuthentication"
    })
    void operationCountsWhereTheContractOrItsLikesDo(String operation, String category) {
        assertThat(QuotaCategories.of(operation)).hasValue(category);
    }
}
