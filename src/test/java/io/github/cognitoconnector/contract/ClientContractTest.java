package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceServerScopeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientDescription;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** App clients and the scopes that resource servers give them. */
@ContractSuite
@Section(1)
class ClientContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @Test
    void clientIsDescribedInItsPoolOnly() {
        String other = COGNITO.newPool();
        UserPoolClientType client = COGNITO.newClient(COGNITO.pool(), r -> r.generateSecret(true));

        assertThat(client.clientSecret()).hasSizeGreaterThan(40);
        assertThat(SDK.describeUserPoolClient(r -> r.userPoolId(COGNITO.pool()).clientId(client.clientId()))
                        .userPoolClient()
                        .clientSecret())
                .isEqualTo(client.clientSecret());
        assertThat(refusal(() ->
                        SDK.describeUserPoolClient(r -> r.userPoolId(other).clientId(client.clientId()))))
                .isEqualTo("ResourceNotFoundException: User pool client " + client.clientId() + " does not exist.");
    }

    @Test
    void clientWithoutStatedFlowsHasTheUsualOnes() {
        UserPoolClientType client = COGNITO.newClient(COGNITO.pool(), r -> {});

        assertThat(client.clientSecret()).isNull();
        assertThat(client.explicitAuthFlowsAsStrings()).contains("ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH");
        assertThat(client.refreshTokenValidity()).isEqualTo(30);
        assertThat(client.enableTokenRevocation()).isTrue();
    }

    @Test
    void clientsAreListedPageByPage() {
        String pool = COGNITO.newPool();
        String one = COGNITO.newClient(pool, r -> {}).clientId();
        String two = COGNITO.newClient(pool, r -> {}).clientId();

        assertThat(SDK.listUserPoolClientsPaginator(r -> r.userPoolId(pool).maxResults(1)).userPoolClients().stream()
                        .map(UserPoolClientDescription::clientId))
                .containsExactlyInAnyOrder(one, two);
        assertThat(SDK.listUserPoolClients(r -> r.userPoolId(pool).maxResults(1))
                        .userPoolClients())
                .hasSize(1);
    }

    @Test
    void clientIsRefusedScopesThatNobodyKnows() {
        assertThat(refusal(() -> COGNITO.newClient(COGNITO.pool(), r -> r.allowedOAuthScopes("nowhere/read"))))
                .startsWith("ScopeDoesNotExistException");
    }

    @Test
    void clientOfCredentialsNeedsASecret() {
        assertThat(refusal(() ->
                        COGNITO.newClient(COGNITO.pool(), r -> r.allowedOAuthFlowsWithStrings("client_credentials"))))
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

        UserPoolClientType client = COGNITO.newClient(pool, r -> r.allowedOAuthScopes(List.of("shop/read", "openid")));

        assertThat(client.allowedOAuthScopes()).containsExactlyInAnyOrder("shop/read", "openid");
        assertThat(SDK.listResourceServers(r -> r.userPoolId(pool)).resourceServers())
                .hasSize(1);
    }

    @Test
    void resourceServerHasToExist() {
        assertThat(refusal(() -> SDK.describeResourceServer(
                        r -> r.userPoolId(COGNITO.pool()).identifier("none"))))
                .startsWith("ResourceNotFoundException");
    }
}
