package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordPolicyType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

class PoolTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @Test
    void demoPoolIsDescribedWithItsDefaults() {
        UserPoolType pool = SDK.describeUserPool(r -> r.userPoolId(DEMO)).userPool();

        assertThat(pool.id()).isEqualTo(DEMO);
        assertThat(pool.arn()).isEqualTo("arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_demo");
        assertThat(pool.estimatedNumberOfUsers()).isPositive();
        assertThat(pool.policies().passwordPolicy())
                .isEqualTo(PasswordPolicyType.builder()
                        .minimumLength(8)
                        .requireUppercase(true)
                        .requireLowercase(true)
                        .requireNumbers(true)
                        .requireSymbols(true)
                        .temporaryPasswordValidityDays(7)
                        .build());
        assertThat(pool.usernameConfiguration().caseSensitive()).isTrue();
        assertThat(pool.schemaAttributes())
                .extracting(SchemaAttributeType::name)
                .contains("sub", "email", "email_verified", "phone_number", "updated_at", "birthdate");
    }

    @Test
    void createdPoolLiesInTheRegionThatSigned() {
        String id = COGNITO.newPool(r -> r.aliasAttributes(AliasAttributeType.EMAIL)
                .schema(SchemaAttributeType.builder()
                        .name("plan")
                        .attributeDataType(AttributeDataType.STRING)
                        .mutable(false)
                        .stringAttributeConstraints(c -> c.minLength("1").maxLength("5"))
                        .build())
                .policies(p -> p.passwordPolicy(w -> w.minimumLength(12).temporaryPasswordValidityDays(0))));

        UserPoolType pool = SDK.describeUserPool(r -> r.userPoolId(id)).userPool();
        assertThat(id).startsWith("eu-central-1_");
        assertThat(pool.aliasAttributes()).containsExactly(AliasAttributeType.EMAIL);
        assertThat(pool.policies().passwordPolicy().minimumLength()).isEqualTo(12);
        assertThat(pool.policies().passwordPolicy().requireSymbols()).isFalse();
        // contract section 2: 0 stands for seven days
        assertThat(pool.policies().passwordPolicy().temporaryPasswordValidityDays())
                .isEqualTo(7);
        assertThat(pool.schemaAttributes())
                .filteredOn(attribute -> attribute.name().equals("custom:plan"))
                .singleElement()
                .satisfies(attribute -> assertThat(attribute.mutable()).isFalse());
    }
}
