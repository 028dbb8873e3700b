package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;

@ContractSuite
class PoolContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @Test
    @Row(24)
    void poolHasTheStandardAttributes() {
        UserPoolType pool = describe(COGNITO.pool());

        assertThat(pool.id()).isEqualTo(COGNITO.pool());
        assertThat(pool.arn()).startsWith("arn:aws").endsWith("userpool/" + COGNITO.pool());
        assertThat(pool.schemaAttributes())
                .extracting(SchemaAttributeType::name)
                .contains("sub", "email", "email_verified", "phone_number", "updated_at", "birthdate");
    }

    @Test
    @Row(1)
    void usernamesOfANewPoolAreCaseSensitive() {
        UserPoolType pool = describe(COGNITO.newPool());

        assertThat(pool.usernameConfiguration() == null
                        || pool.usernameConfiguration().caseSensitive())
                .isTrue();
    }

    @Test
    @Row(5)
    @Section(2)
    void passwordPolicyIsTheStatedOne() {
        String pool = COGNITO.newPool(r -> r.policies(p ->
                p.passwordPolicy(w -> w.minimumLength(12).requireNumbers(true).temporaryPasswordValidityDays(0))));

        var policy = describe(pool).policies().passwordPolicy();

        assertThat(policy.minimumLength()).isEqualTo(12);
        assertThat(policy.requireNumbers()).isTrue();
        assertThat(policy.requireSymbols()).isFalse();
        // 0 stands for seven days
        assertThat(policy.temporaryPasswordValidityDays()).isEqualTo(7);
        assertThat(refusal(() -> COGNITO.newUser(pool, "grace", r -> r.temporaryPassword("short12345"))))
                .startsWith("InvalidPasswordException");
        assertThat(COGNITO.newUser(pool, "grace", r -> r.temporaryPassword("longenough12"))
                        .username())
                .isEqualTo("grace");
    }

    @Test
    @Row({3, 24})
    void poolIsDescribedAsItWasCreated() {
        String pool = COGNITO.newPool(r -> r.aliasAttributes(AliasAttributeType.EMAIL)
                .schema(SchemaAttributeType.builder()
                        .name("plan")
                        .attributeDataType(AttributeDataType.STRING)
                        .mutable(false)
                        .build()));

        assertThat(describe(pool).aliasAttributes()).containsExactly(AliasAttributeType.EMAIL);
        assertThat(describe(pool).schemaAttributes())
                .filteredOn(attribute -> attribute.name().equals("custom:plan"))
                .singleElement()
                .satisfies(attribute -> assertThat(attribute.mutable()).isFalse());
    }

    @Test
    @Row({2, 3})
    void usernameAndAliasAttributesExcludeEachOther() {
        assertThat(refusal(() -> COGNITO.newPool(r ->
                        r.aliasAttributes(AliasAttributeType.EMAIL).usernameAttributes(UsernameAttributeType.EMAIL))))
                .startsWith("InvalidParameterException: Only one of");
    }

    @Test
    @Section(1)
    void unknownPoolIsNotFound() {
        assertThat(refusal(() -> describe("eu-central-1_none")))
                .isEqualTo("ResourceNotFoundException: User pool eu-central-1_none does not exist.");
    }

    @Test
    @Row(22)
    void usersAreCountedInTheDescriptionOnly() {
        String pool = COGNITO.newPool();
        COGNITO.newUser(pool, "grace");

        COGNITO.soon(() -> assertThat(describe(pool).estimatedNumberOfUsers()).isEqualTo(1));
    }

    private static UserPoolType describe(String pool) {
        return SDK.describeUserPool(r -> r.userPoolId(pool)).userPool();
    }
}
