package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.PASSWORD;
import static io.github.cognitoconnector.contract.CognitoFixture.attribute;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

/** The way from the temporary password to the user's own. */
@ContractSuite
class NewPasswordContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    private static final String OWN = "My-Own-Horse-43";

    @Test
    @Row(5)
    void temporaryPasswordLeadsToTheUsersOwn() {
        String user = COGNITO.newUser(COGNITO.pool(), unique("user"), attribute("email", "x@example.com"))
                .username();

        InitiateAuthResponse challenge = SignIns.withPassword(COGNITO, user, PASSWORD);
        assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);
        assertThat(challenge.challengeParameters().get("userAttributes")).contains("x@example.com");
        assertThat(challenge.authenticationResult()).isNull();

        assertThat(answer(challenge, user, OWN).refreshToken()).isNotEmpty();
        assertThat(SDK.adminGetUser(r -> r.userPoolId(COGNITO.pool()).username(user))
                        .userStatus())
                .isEqualTo(UserStatusType.CONFIRMED);
        assertThat(SignIns.withPassword(COGNITO, user, OWN).authenticationResult())
                .isNotNull();
    }

    @Test
    @Row(5)
    void newPasswordHasToSatisfyThePolicy() {
        String user = COGNITO.newUser(COGNITO.pool(), unique("user")).username();
        InitiateAuthResponse challenge = SignIns.withPassword(COGNITO, user, PASSWORD);

        assertThat(refusal(() -> answer(challenge, user, "weak"))).startsWith("InvalidPasswordException");
    }

    @Test
    @Section(5)
    void challengeIsAnsweredOnce() {
        String user = COGNITO.newUser(COGNITO.pool(), unique("user")).username();
        InitiateAuthResponse challenge = SignIns.withPassword(COGNITO, user, PASSWORD);
        answer(challenge, user, OWN);

        assertThat(refusal(() -> answer(challenge, user, "My-Own-Horse-44")))
                .startsWith("NotAuthorizedException: Invalid session");
    }

    @Test
    @Section(5)
    void challengeBelongsToItsUser() {
        String user = COGNITO.newUser(COGNITO.pool(), unique("user")).username();
        String other = COGNITO.newUser(COGNITO.pool(), unique("user")).username();
        InitiateAuthResponse challenge = SignIns.withPassword(COGNITO, user, PASSWORD);

        assertThat(refusal(() -> answer(challenge, other, OWN))).startsWith("NotAuthorizedException");
    }

    @Test
    @Row(12)
    void passwordSetForNowHasToBeChanged() {
        String user = COGNITO.newConfirmedUser();
        SDK.adminSetUserPassword(
                r -> r.userPoolId(COGNITO.pool()).username(user).password(OWN));

        assertThat(SignIns.withPassword(COGNITO, user, OWN).challengeName())
                .isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);
        assertThat(refusal(() -> SignIns.withPassword(COGNITO, user, PASSWORD)))
                .isEqualTo("NotAuthorizedException: Incorrect username or password.");
    }

    private static AuthenticationResultType answer(InitiateAuthResponse challenge, String user, String password) {
        return SDK.respondToAuthChallenge(r -> r.clientId(COGNITO.client())
                        .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                        .session(challenge.session())
                        .challengeResponses(Map.of("USERNAME", user, "NEW_PASSWORD", password)))
                .authenticationResult();
    }
}
