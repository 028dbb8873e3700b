package io.github.cognitoconnector.embedded.cognito.auth;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** What is not built says so, and what AWS would refuse before is refused as there. */
class MissingFlowsTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final String POOL = COGNITO.newPool();
    private static final String FUNCTION = "arn:aws:lambda:eu-central-1:123456789012:function:auth";

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @Test
    void choiceOfTheFirstFactorIsNotBuilt() {
        String client = client(POOL, "ALLOW_USER_AUTH");
        assertThat(start(client, AuthFlowType.USER_AUTH))
                .isEqualTo("OperationNotEnabledException: The embedded Cognito does not have the flow USER_AUTH.");
        assertThat(refusal(() -> SDK.adminInitiateAuth(r -> r.userPoolId(POOL)
                        .clientId(client)
                        .authFlow(AuthFlowType.USER_AUTH)
                        .authParameters(Map.of("USERNAME", "ada")))))
                .isEqualTo("OperationNotEnabledException: The embedded Cognito does not have the flow USER_AUTH.");
        assertThat(start(client(POOL, "ALLOW_USER_SRP_AUTH"), AuthFlowType.USER_AUTH))
                .isEqualTo("InvalidParameterException: USER_AUTH is not enabled for the client.");
    }

    @Test
    void customFlowIsNotBuilt() {
        String pool = COGNITO.newPool(r -> r.lambdaConfig(l ->
                l.defineAuthChallenge(FUNCTION).createAuthChallenge(FUNCTION).verifyAuthChallengeResponse(FUNCTION)));
        assertThat(start(client(pool, "ALLOW_CUSTOM_AUTH"), AuthFlowType.CUSTOM_AUTH))
                .isEqualTo("OperationNotEnabledException: The embedded Cognito does not have the flow CUSTOM_AUTH.");
        assertThat(start(client(pool, "CUSTOM_AUTH_FLOW_ONLY"), AuthFlowType.CUSTOM_AUTH))
                .startsWith("OperationNotEnabledException");
        assertThat(start(client(POOL, "ALLOW_CUSTOM_AUTH"), AuthFlowType.CUSTOM_AUTH))
                .isEqualTo(
                        "InvalidParameterException: Custom auth lambda trigger is not configured for the user pool.");
        assertThat(start(client(pool, "ALLOW_USER_SRP_AUTH"), AuthFlowType.CUSTOM_AUTH))
                .isEqualTo("InvalidParameterException: CUSTOM_AUTH is not enabled for the client.");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "CUSTOM_CHALLENGE",
                "SELECT_CHALLENGE",
                "SMS_OTP",
                "PASSWORD",
                "PASSWORD_SRP",
                "WEB_AUTHN",
                "ADMIN_NO_SRP_AUTH"
            },
            mode = Mode.INCLUDE)
    void challengeThatIsNeverAskedIsNotBuilt(ChallengeNameType challenge) {
        String client = client(POOL, "ALLOW_USER_AUTH");
        String missing = "OperationNotEnabledException: The embedded Cognito does not have the challenge " + challenge;
        assertThat(refusal(() -> SDK.respondToAuthChallenge(
                        r -> r.clientId(client).challengeName(challenge).challengeResponses(Map.of("ANSWER", "x")))))
                .isEqualTo(missing + ".");
        assertThat(refusal(() -> SDK.adminRespondToAuthChallenge(
                        r -> r.userPoolId(POOL).clientId(client).challengeName(challenge))))
                .isEqualTo(missing + ".");
    }

    @Test
    void administratorsFlowIsNotForEverybody() {
        assertThat(start(client(POOL, "ALLOW_ADMIN_USER_PASSWORD_AUTH"), AuthFlowType.ADMIN_USER_PASSWORD_AUTH))
                .isEqualTo("InvalidParameterException: Initiate Auth method not supported.");
    }

    @Test
    void unknownClientIsNotFoundButCannotRevoke() {
        for (AuthFlowType flow : AuthFlowType.knownValues()) {
            assertThat(start("nosuchclient", flow))
                    .isEqualTo("ResourceNotFoundException: User pool client nosuchclient does not exist.");
        }
        assertThat(refusal(() -> SDK.revokeToken(r -> r.clientId("nosuchclient").token("token"))))
                .isEqualTo("UnauthorizedException: Invalid client id.");
        UserPoolClientType secret = ACCOUNT.newClient(POOL, r -> r.generateSecret(true));
        assertThat(refusal(
                        () -> SDK.revokeToken(r -> r.clientId(secret.clientId()).token("token"))))
                .isEqualTo("UnauthorizedException: Invalid client secret.");
    }

    private static String client(String pool, String flow) {
        return ACCOUNT.client(pool, r -> r.explicitAuthFlowsWithStrings(flow));
    }

    private static String start(String client, AuthFlowType flow) {
        return refusal(() ->
                SDK.initiateAuth(r -> r.clientId(client).authFlow(flow).authParameters(Map.of("USERNAME", "ada"))));
    }
}
