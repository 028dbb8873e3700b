package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.FeatureType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreventUserExistenceErrorTypes;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TimeUnitsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

@ContractSuite
@Section(1)
class ClientSettingsContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

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
        Map<String, String> password = Map.of("USERNAME", "grace", "PASSWORD", CognitoFixture.PASSWORD);
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
    }

    @Test
    void clientOfAnotherPoolIsNotFoundWhateverIsAsked() {
        String pool = COGNITO.newPool();
        String other = COGNITO.newPool();
        String client = create(pool, r -> {}).clientId();

        assertThat(refusal(
                        () -> SDK.updateUserPoolClient(r -> r.userPoolId(other).clientId(client))))
                .startsWith("ResourceNotFoundException");
        assertThat(refusal(
                        () -> SDK.deleteUserPoolClient(r -> r.userPoolId(other).clientId(client))))
                .startsWith("ResourceNotFoundException");
        assertThat(SDK.describeUserPoolClient(r -> r.userPoolId(pool).clientId(client))
                        .userPoolClient()
                        .clientName())
                .isEqualTo("web");
    }
}
