package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoconnector.embedded.cognito.directory.Staleness;
import io.github.cognitoconnector.embedded.cognito.pool.PoolSettings.PoolIdentity;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolDescriptionType;

class DeletePoolTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @Test
    void deletedPoolIsGoneForEveryOperation() {
        String pool = COGNITO.newPool();
        String client = SDK.createUserPoolClient(r -> r.userPoolId(pool)
                        .clientName("web")
                        .generateSecret(true)
                        .explicitAuthFlowsWithStrings("ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"))
                .userPoolClient()
                .clientId();
        COGNITO.newUser(pool, "grace");

        SDK.deleteUserPool(r -> r.userPoolId(pool));

        List<ThrowingCallable> calls = List.of(
                () -> SDK.describeUserPool(r -> r.userPoolId(pool)),
                () -> SDK.updateUserPool(r -> r.userPoolId(pool)),
                () -> SDK.deleteUserPool(r -> r.userPoolId(pool)),
                () -> SDK.listUsers(r -> r.userPoolId(pool)),
                () -> SDK.adminGetUser(r -> r.userPoolId(pool).username("grace")),
                () -> SDK.createGroup(r -> r.userPoolId(pool).groupName("g")),
                () -> SDK.describeUserPoolClient(r -> r.userPoolId(pool).clientId(client)),
                () -> SDK.initiateAuth(r -> r.clientId(client)
                        .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                        .authParameters(Map.of("USERNAME", "grace", "PASSWORD", "x"))));
        assertThat(calls).allSatisfy(call -> assertThat(refusal(call)).startsWith("ResourceNotFoundException"));
        assertThat(COGNITO.get("/" + pool + "/.well-known/jwks.json").statusCode())
                .isEqualTo(404);
        assertThat(COGNITO.get("/" + pool + "/.well-known/openid-configuration").statusCode())
                .isEqualTo(404);
        String other = COGNITO.newPool();
        assertThat(SDK.listUserPoolsPaginator(r -> r.maxResults(60)).userPools().stream()
                        .map(UserPoolDescriptionType::id))
                .contains(other)
                .doesNotContain(pool);
    }

    /** A change that found the pool before it was deleted, and comes to its turn afterwards. */
    @Test
    void changeThatComesTooLateIsRefused() {
        Pools pools = new Pools(new Staleness());
        UserPool pool =
                pools.create(PoolSettings.of(new PoolIdentity("eu-west-1_late", "pool", Instant.EPOCH), Json.object()));

        pools.delete(pool);

        assertThatThrownBy(() -> pool.change(() -> "too late"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("ResourceNotFoundException"));
    }
}
