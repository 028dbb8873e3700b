package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.DEMO;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoconnector.embedded.cognito.directory.Staleness;
import io.github.cognitoconnector.embedded.cognito.pool.PoolSettings.PoolIdentity;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.FeatureType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreventUserExistenceErrorTypes;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TimeUnitsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

class ClientTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    private static UserPoolClientType create(String pool, Consumer<CreateUserPoolClientRequest.Builder> settings) {
        return SDK.createUserPoolClient(r -> settings.accept(r.userPoolId(pool).clientName("web")))
                .userPoolClient();
    }

    @Test
    void everySettingIsRepeatedAsItWasStated() {
        String pool = COGNITO.newPool();

        UserPoolClientType client = create(
                pool,
                r -> r.generateSecret(true)
                        .accessTokenValidity(10)
                        .idTokenValidity(20)
                        .refreshTokenValidity(2)
                        .tokenValidityUnits(u -> u.accessToken(TimeUnitsType.MINUTES)
                                .idToken(TimeUnitsType.MINUTES)
                                .refreshToken(TimeUnitsType.HOURS))
                        .readAttributes("email", "name")
                        .writeAttributes("name")
                        .explicitAuthFlowsWithStrings("ALLOW_USER_SRP_AUTH")
                        .supportedIdentityProviders("COGNITO")
                        .callbackURLs("https://example.com/in", "myapp://in", "http://localhost:8080/in")
                        .logoutURLs("https://example.com/out")
                        .defaultRedirectURI("https://example.com/in")
                        .allowedOAuthFlowsUserPoolClient(true)
                        .allowedOAuthFlowsWithStrings("code")
                        .allowedOAuthScopes("openid")
                        .preventUserExistenceErrors(PreventUserExistenceErrorTypes.ENABLED)
                        .enableTokenRevocation(false)
                        .enablePropagateAdditionalUserContextData(true)
                        .authSessionValidity(5)
                        .refreshTokenRotation(
                                x -> x.feature(FeatureType.ENABLED).retryGracePeriodSeconds(10)));

        UserPoolClientType described = SDK.describeUserPoolClient(
                        r -> r.userPoolId(pool).clientId(client.clientId()))
                .userPoolClient();
        assertThat(described).isEqualTo(client);
        assertThat(described.tokenValidityUnits().refreshToken()).isEqualTo(TimeUnitsType.HOURS);
        assertThat(described.readAttributes()).containsExactly("email", "name");
        assertThat(described.callbackURLs()).hasSize(3);
        assertThat(described.enableTokenRevocation()).isFalse();
        assertThat(described.refreshTokenRotation().retryGracePeriodSeconds()).isEqualTo(10);
        assertThat(described.clientSecret()).isNotEmpty();
    }

    @Test
    void whatAnUpdateOmitsGetsItsDefaultButNameAndSecretStay() {
        String pool = COGNITO.newPool();
        UserPoolClientType client = create(
                pool,
                r -> r.generateSecret(true)
                        .accessTokenValidity(2)
                        .authSessionValidity(10)
                        .enableTokenRevocation(false)
                        .explicitAuthFlowsWithStrings("ALLOW_USER_PASSWORD_AUTH")
                        .preventUserExistenceErrors(PreventUserExistenceErrorTypes.ENABLED));

        UserPoolClientType updated = SDK.updateUserPoolClient(
                        r -> r.userPoolId(pool).clientId(client.clientId()).readAttributes("email"))
                .userPoolClient();

        assertThat(updated.clientName()).isEqualTo("web");
        assertThat(updated.clientSecret()).isEqualTo(client.clientSecret());
        assertThat(updated.creationDate()).isEqualTo(client.creationDate());
        assertThat(updated.readAttributes()).containsExactly("email");
        assertThat(updated.accessTokenValidity()).isNull();
        assertThat(updated.authSessionValidity()).isEqualTo(3);
        assertThat(updated.enableTokenRevocation()).isTrue();
        assertThat(updated.preventUserExistenceErrors()).isNull();
        assertThat(updated.explicitAuthFlowsAsStrings())
                .containsExactlyInAnyOrder("ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH");
    }

    @Test
    void updateTakesEffectAtTheNextSignIn() {
        String pool = COGNITO.newPool();
        COGNITO.newUser(pool, "grace");
        String client = create(pool, r -> r.explicitAuthFlowsWithStrings("ALLOW_USER_SRP_AUTH"))
                .clientId();
        Map<String, String> password = Map.of("USERNAME", "grace", "PASSWORD", TestCognito.PASSWORD);
        assertThat(refusal(() -> SDK.initiateAuth(r -> r.clientId(client)
                        .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                        .authParameters(password))))
                .startsWith("InvalidParameterException");

        SDK.updateUserPoolClient(
                r -> r.userPoolId(pool).clientId(client).explicitAuthFlowsWithStrings("ALLOW_USER_PASSWORD_AUTH"));

        assertThat(SDK.initiateAuth(r -> r.clientId(client)
                                .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                                .authParameters(password))
                        .challengeNameAsString())
                .isEqualTo("NEW_PASSWORD_REQUIRED");
    }

    @Test
    void deletedClientIsGone() {
        String pool = COGNITO.newPool();
        String client = create(pool, r -> {}).clientId();

        SDK.deleteUserPoolClient(r -> r.userPoolId(pool).clientId(client));

        String message = "ResourceNotFoundException: User pool client " + client + " does not exist.";
        assertThat(refusal(
                        () -> SDK.describeUserPoolClient(r -> r.userPoolId(pool).clientId(client))))
                .isEqualTo(message);
        assertThat(refusal(
                        () -> SDK.deleteUserPoolClient(r -> r.userPoolId(pool).clientId(client))))
                .isEqualTo(message);
        assertThat(SDK.listUserPoolClients(r -> r.userPoolId(pool)).userPoolClients())
                .isEmpty();
        assertThat(COGNITO.form("grant_type=client_credentials&client_id=" + client)
                        .body())
                .contains("invalid_client");
    }

    @Test
    void clientOfAnotherPoolIsNotFoundWhateverIsAsked() {
        String pool = COGNITO.newPool();
        String client = create(pool, r -> {}).clientId();

        assertThat(refusal(
                        () -> SDK.updateUserPoolClient(r -> r.userPoolId(DEMO).clientId(client))))
                .startsWith("ResourceNotFoundException");
        assertThat(refusal(
                        () -> SDK.deleteUserPoolClient(r -> r.userPoolId(DEMO).clientId(client))))
                .startsWith("ResourceNotFoundException");
        assertThat(SDK.describeUserPoolClient(r -> r.userPoolId(pool).clientId(client))
                        .userPoolClient()
                        .clientName())
                .isEqualTo("web");
    }

    @Test
    void secretCanBeBrought() {
        String pool = COGNITO.newPool();
        String body = "{\"UserPoolId\":\"" + pool + "\",\"ClientName\":\"m2m\",\"ClientSecret\":\"" + "s".repeat(24)
                + "\"%s}";

        assertThat(call(body.formatted(""))).contains("\"ClientSecret\":\"" + "s".repeat(24) + "\"");
        assertThat(call(body.formatted(",\"GenerateSecret\":true"))).contains("InvalidParameterException");
        assertThat(call(body.formatted("").replace("s".repeat(24), "short")))
                .contains("Value at 'clientSecret'")
                .doesNotContain("short'");
    }

    private static String call(String body) {
        return COGNITO.operation(
                        "AWSCognitoIdentityProviderService.CreateUserPoolClient",
                        body,
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=any")
                .body();
    }

    /** What sign-in code asks a client. */
    @Test
    void typedSettingsTellTheDefaultsFromWhatWasStated() {
        AppClient.Identity identity = new AppClient.Identity("id", "eu-west-1_1", null, Instant.EPOCH);
        AppClient plain = AppClient.of(identity, Json.object());
        AppClient stated = AppClient.of(identity, Json.object().put("EnableTokenRevocation", false));
        stated.stated().putArray("ReadAttributes").add("email");
        stated.stated()
                .putObject("RefreshTokenRotation")
                .put("Feature", "ENABLED")
                .put("RetryGracePeriodSeconds", 30);

        assertThat(plain.readableAttributes()).isEmpty();
        assertThat(plain.writableAttributes()).isEmpty();
        assertThat(plain.tokenRevocation()).isTrue();
        assertThat(plain.refreshTokenRotation()).isEqualTo(new AppClient.Rotation(false, Duration.ZERO));
        assertThat(plain.authFlows()).contains("ALLOW_REFRESH_TOKEN_AUTH");
        assertThat(stated.readableAttributes().orElseThrow()).containsExactly("email");
        assertThat(stated.tokenRevocation()).isFalse();
        assertThat(stated.refreshTokenRotation()).isEqualTo(new AppClient.Rotation(true, Duration.ofSeconds(30)));
        assertThat(stated.authFlows()).doesNotContain("ALLOW_REFRESH_TOKEN_AUTH");
    }

    /** Below the SDK, since it would take a thousand calls. */
    @Test
    void poolHasAThousandClientsAtMost() {
        Pools pools = new Pools(new Staleness());
        UserPool pool =
                pools.create(PoolSettings.of(new PoolIdentity("eu-west-1_1", "pool", Instant.EPOCH), Json.object()));
        for (int i = 0; i < Pools.MAX_CLIENTS; i++) {
            pools.create(pool, client("client" + i));
        }

        assertThatThrownBy(() -> pools.create(pool, client("more")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("LimitExceededException"));
    }

    private static AppClient client(String id) {
        return AppClient.of(new AppClient.Identity(id, "eu-west-1_1", null, Instant.EPOCH), Json.object());
    }
}
