package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.DEMO;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordPolicyType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceServerScopeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolDescriptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;

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

    @Test
    void usernameAndAliasAttributesExcludeEachOther() {
        assertThat(refusal(() -> COGNITO.newPool(r ->
                        r.aliasAttributes(AliasAttributeType.EMAIL).usernameAttributes(UsernameAttributeType.EMAIL))))
                .startsWith("InvalidParameterException: Only one of");
    }

    @Test
    void unknownPoolIsNotFound() {
        assertThat(refusal(() -> SDK.describeUserPool(r -> r.userPoolId("eu-central-1_none"))))
                .isEqualTo("ResourceNotFoundException: User pool eu-central-1_none does not exist.");
    }

    @Test
    void poolsAreListedPageByPage() {
        String mine = COGNITO.newPool();

        Stream<String> listed = SDK.listUserPoolsPaginator(r -> r.maxResults(1)).userPools().stream()
                .map(UserPoolDescriptionType::id);

        assertThat(listed).contains(DEMO, mine).doesNotHaveDuplicates();
        assertThat(refusal(() -> SDK.listUserPools(r -> r.maxResults(0)))).contains("greater than or equal to 1");
    }

    @Test
    void clientIsDescribedAndListedInItsPoolOnly() {
        String pool = COGNITO.newPool();
        String client = SDK.createUserPoolClient(
                        r -> r.userPoolId(pool).clientName("web").generateSecret(true))
                .userPoolClient()
                .clientId();

        var described = SDK.describeUserPoolClient(r -> r.userPoolId(pool).clientId(client))
                .userPoolClient();
        assertThat(described.clientSecret()).hasSizeGreaterThan(40);
        assertThat(described.explicitAuthFlowsAsStrings()).contains("ALLOW_REFRESH_TOKEN_AUTH");
        assertThat(SDK.listUserPoolClients(r -> r.userPoolId(pool)).userPoolClients())
                .singleElement()
                .satisfies(listed -> assertThat(listed.clientId()).isEqualTo(client));
        assertThat(refusal(
                        () -> SDK.describeUserPoolClient(r -> r.userPoolId(DEMO).clientId(client))))
                .isEqualTo("ResourceNotFoundException: User pool client " + client + " does not exist.");
    }

    @Test
    void clientIsRefusedScopesAndFlowsThatDoNotFit() {
        String pool = COGNITO.newPool();

        assertThat(refusal(() -> SDK.createUserPoolClient(
                        r -> r.userPoolId(pool).clientName("web").allowedOAuthScopes("nowhere/read"))))
                .startsWith("ScopeDoesNotExistException");
        assertThat(refusal(() -> SDK.createUserPoolClient(
                        r -> r.userPoolId(pool).clientName("web").allowedOAuthFlowsWithStrings("client_credentials"))))
                .startsWith("InvalidOAuthFlowException");
    }

    @Test
    void resourceServerMakesScopesKnown() {
        String pool = COGNITO.newPool();
        SDK.createResourceServer(r -> r.userPoolId(pool)
                .identifier("shop")
                .name("Shop")
                .scopes(ResourceServerScopeType.builder()
                        .scopeName("read")
                        .scopeDescription("Read")
                        .build()));

        var client = SDK.createUserPoolClient(
                        r -> r.userPoolId(pool).clientName("web").allowedOAuthScopes(List.of("shop/read", "openid")))
                .userPoolClient();

        assertThat(client.allowedOAuthScopes()).containsExactly("shop/read", "openid");
        assertThat(SDK.listResourceServers(r -> r.userPoolId(pool)).resourceServers())
                .hasSize(1);
        assertThat(refusal(
                        () -> SDK.describeResourceServer(r -> r.userPoolId(pool).identifier("none"))))
                .startsWith("ResourceNotFoundException");
    }
}
