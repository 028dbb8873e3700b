package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.PASSWORD;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

@ContractSuite
class SignInContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    private static final String WRONG = "NotAuthorizedException: Incorrect username or password.";

    @Test
    @Section(5)
    void rightPasswordBringsTokens() {
        String user = COGNITO.newConfirmedUser();

        AuthenticationResultType result = SignIns.tokens(COGNITO, user);

        assertThat(result.tokenType()).isEqualTo("Bearer");
        assertThat(result.expiresIn()).isEqualTo(3600);
        assertThat(SDK.getUser(r -> r.accessToken(result.accessToken())).username())
                .isEqualTo(user);
    }

    @Test
    @Row(25)
    void wrongPasswordIsRefused() {
        String user = COGNITO.newConfirmedUser();

        assertThat(refusal(() -> SignIns.withPassword(COGNITO, user, "Wrong-Horse-42")))
                .isEqualTo(WRONG);
    }

    @Test
    @Row(25)
    void clientMayHideThatTheUserIsUnknown() {
        assertThat(refusal(() -> SignIns.withPassword(COGNITO, unique("nobody"), PASSWORD)))
                .isEqualTo(WRONG);
        assertThat(refusal(
                        () -> SDK.adminGetUser(r -> r.userPoolId(COGNITO.pool()).username("nobody"))))
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    @Row({8, 25})
    void legacyClientTellsThatTheUserIsUnknown() {
        String client = COGNITO.newClient(
                        COGNITO.pool(),
                        r -> r.explicitAuthFlowsWithStrings("ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH")
                                .preventUserExistenceErrors("LEGACY"))
                .clientId();

        assertThat(refusal(
                        () -> SignIns.at(COGNITO, client, Map.of("USERNAME", unique("nobody"), "PASSWORD", PASSWORD))))
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    @Row(10)
    void disabledUserIsRefused() {
        String user = COGNITO.newConfirmedUser();
        SDK.adminDisableUser(r -> r.userPoolId(COGNITO.pool()).username(user));

        assertThat(refusal(() -> SignIns.withPassword(COGNITO, user, PASSWORD)))
                .isEqualTo("NotAuthorizedException: User is disabled.");
        assertThat(refusal(() -> SignIns.withPassword(COGNITO, user, "Wrong-Horse-42")))
                .startsWith("NotAuthorizedException");
    }

    @Test
    @Section(5)
    void flowHasToBeEnabled() {
        String client = COGNITO.newClient(
                        COGNITO.pool(),
                        r -> r.explicitAuthFlowsWithStrings("ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"))
                .clientId();
        Map<String, String> ada = Map.of("USERNAME", "ada", "PASSWORD", PASSWORD);

        assertThat(refusal(() -> SignIns.at(COGNITO, client, ada)))
                .isEqualTo("InvalidParameterException: USER_PASSWORD_AUTH flow not enabled for this client");
        assertThat(refusal(() -> SDK.adminInitiateAuth(r -> r.userPoolId(COGNITO.pool())
                        .clientId(client)
                        .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                        .authParameters(ada))))
                .isEqualTo("InvalidParameterException: Auth flow not enabled for this client");
    }

    @Test
    @Section(5)
    void clientHasToExist() {
        assertThat(refusal(() -> SignIns.at(COGNITO, "nosuchclient", Map.of("USERNAME", "ada", "PASSWORD", PASSWORD))))
                .isEqualTo("ResourceNotFoundException: User pool client nosuchclient does not exist.");
    }

    @Test
    @Section(5)
    void parametersHaveToBeComplete() {
        assertThat(refusal(() -> SignIns.at(COGNITO, COGNITO.client(), Map.of("USERNAME", "ada"))))
                .isEqualTo("InvalidParameterException: Missing required parameter PASSWORD");
    }

    @Test
    @Section(5)
    void clientWithASecretHasToProveIt() {
        UserPoolClientType client = COGNITO.newClient(
                COGNITO.pool(),
                r -> r.generateSecret(true)
                        .explicitAuthFlowsWithStrings("ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"));
        String user = COGNITO.newConfirmedUser();
        Map<String, String> parameters = new HashMap<>(Map.of("USERNAME", user, "PASSWORD", PASSWORD));

        assertThat(refusal(() -> SignIns.at(COGNITO, client.clientId(), parameters)))
                .isEqualTo("NotAuthorizedException: Client " + client.clientId()
                        + " is configured with secret but SECRET_HASH was not received");
        parameters.put("SECRET_HASH", SecretHashes.of(client, "ada"));
        assertThat(refusal(() -> SignIns.at(COGNITO, client.clientId(), parameters)))
                .isEqualTo("NotAuthorizedException: Unable to verify secret hash for client " + client.clientId());
        parameters.put("SECRET_HASH", SecretHashes.of(client, user));
        assertThat(SignIns.at(COGNITO, client.clientId(), parameters)
                        .authenticationResult()
                        .idToken())
                .isNotEmpty();
    }

    @Test
    @Section(5)
    void administratorSignsAUserIn() {
        String user = COGNITO.newConfirmedUser();

        var result = SDK.adminInitiateAuth(r -> r.userPoolId(COGNITO.pool())
                .clientId(COGNITO.client())
                .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                .authParameters(Map.of("USERNAME", user, "PASSWORD", PASSWORD)));

        assertThat(result.authenticationResult().accessToken()).isNotEmpty();
        assertThat(refusal(() -> SDK.adminInitiateAuth(r -> r.userPoolId(COGNITO.pool())
                        .clientId(COGNITO.client())
                        .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                        .authParameters(Map.of("USERNAME", user, "PASSWORD", "Wrong-Horse-42")))))
                .isEqualTo(WRONG);
    }
}
