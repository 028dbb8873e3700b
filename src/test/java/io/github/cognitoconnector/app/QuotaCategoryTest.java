package io.github.cognitoconnector.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaCategoryTest {

    /** AWS's page of quotas. */
    @ParameterizedTest
    @CsvSource({
        "UserAuthentication, 120",
        "UserCreation, 50",
        "UserFederation, 25",
        "UserAccountRecovery, 30",
        "UserRead, 120",
        "UserUpdate, 25",
        "UserToken, 120",
        "UserResourceRead, 50",
        "UserResourceUpdate, 25",
        "UserList, 30",
        "UserPoolRead, 15",
        "UserPoolUpdate, 15",
        "UserPoolResourceRead, 20",
        "UserPoolResourceUpdate, 15",
        "UserPoolClientRead, 15",
        "UserPoolClientUpdate, 15",
        "ClientAuthentication, 150",
        "PerPoolAndOperation, 5"
    })
    void limitsAreAwsDefaults(String category, double perSecond) {
        assertThat(QuotaCategory.named(category).orElseThrow().perSecond()).isEqualTo(perSecond);
    }

    @Test
    void anOperationThatNobodyThoughtOfIsNotLetPass() {
        assertThatThrownBy(() -> QuotaCategory.of("AdminInitiateAuth"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AdminInitiateAuth");
    }
}
