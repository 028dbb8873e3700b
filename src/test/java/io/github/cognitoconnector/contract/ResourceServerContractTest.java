package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceServerScopeType;

@ContractSuite
@Section(1)
class ResourceServerContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    private static ResourceServerScopeType scope(String name) {
        return ResourceServerScopeType.builder()
                .scopeName(name)
                .scopeDescription(name)
                .build();
    }

    private static void create(String pool, String identifier, ResourceServerScopeType... scopes) {
        SDK.createResourceServer(
                r -> r.userPoolId(pool).identifier(identifier).name("Shop").scopes(scopes));
    }

    @Test
    void updateReplacesNameAndScopes() {
        String pool = COGNITO.newPool();
        create(pool, "shop", scope("read"), scope("write"));

        SDK.updateResourceServer(
                r -> r.userPoolId(pool).identifier("shop").name("Store").scopes(scope("buy")));

        var server = SDK.describeResourceServer(r -> r.userPoolId(pool).identifier("shop"))
                .resourceServer();
        assertThat(server.name()).isEqualTo("Store");
        assertThat(server.scopes())
                .extracting(ResourceServerScopeType::scopeName)
                .containsExactly("buy");
        assertThat(refusal(() -> SDK.createUserPoolClient(
                        r -> r.userPoolId(pool).clientName("web").allowedOAuthScopes("shop/read"))))
                .startsWith("ScopeDoesNotExistException");
        assertThat(SDK.updateResourceServer(
                                r -> r.userPoolId(pool).identifier("shop").name("Store"))
                        .resourceServer()
                        .scopes())
                .isEmpty();
    }

    @Test
    void deletedServerIsGone() {
        String pool = COGNITO.newPool();
        create(pool, "shop", scope("read"));

        SDK.deleteResourceServer(r -> r.userPoolId(pool).identifier("shop"));

        assertThat(SDK.listResourceServers(r -> r.userPoolId(pool)).resourceServers())
                .isEmpty();
        assertThat(refusal(
                        () -> SDK.deleteResourceServer(r -> r.userPoolId(pool).identifier("shop"))))
                .startsWith("ResourceNotFoundException");
        assertThat(refusal(() -> SDK.updateResourceServer(
                        r -> r.userPoolId(pool).identifier("shop").name("Shop"))))
                .startsWith("ResourceNotFoundException");
    }

    @Test
    void identifiersAndScopesAreThereOnce() {
        String pool = COGNITO.newPool();
        create(pool, "shop");

        assertThat(refusal(() -> create(pool, "shop")))
                .isEqualTo("InvalidParameterException: shop already exists in user pool " + pool + ".");
        assertThat(refusal(() -> create(pool, "other", scope("read"), scope("read"))))
                .startsWith("InvalidParameterException");
        assertThat(refusal(() -> create(pool, "with blank"))).contains("at 'identifier'");
        assertThat(refusal(() -> create(pool, "other", scope("a/b")))).contains("at 'scopes.1.member.scopeName'");
    }

    @Test
    void limitsAreTwentyFiveServersAndAHundredScopes() {
        String pool = COGNITO.newPool();
        ResourceServerScopeType[] scopes =
                IntStream.range(0, 101).mapToObj(i -> scope("s" + i)).toArray(ResourceServerScopeType[]::new);
        assertThat(refusal(() -> create(pool, "many", scopes))).contains("at 'scopes'", "less than or equal to 100");
        for (int i = 0; i < 25; i++) {
            create(pool, "server" + i);
        }

        assertThat(refusal(() -> create(pool, "more"))).startsWith("LimitExceededException");
    }
}
