package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.AuthenticatorApp;
import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifySoftwareTokenResponseType;

@ContractSuite
@Section(1)
class AuthenticatorContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Once<FactorPool> OPTIONAL =
            new Once<>(() -> FactorPool.withAuthenticators(COGNITO, "OPTIONAL"));
    private static final Once<FactorPool> REQUIRED = new Once<>(() -> FactorPool.withAuthenticators(COGNITO, "ON"));
    private static final String MISSING = "SoftwareTokenMFANotFoundException: ";

    @Test
    void signedInUserSetsUpAnAuthenticator() {
        String user = OPTIONAL.get().user();
        String token = OPTIONAL.get().accessToken(user);
        assertThat(refusal(
                        () -> SDK.verifySoftwareToken(r -> r.accessToken(token).userCode("123456"))))
                .startsWith(MISSING);

        var association = SDK.associateSoftwareToken(r -> r.accessToken(token));
        assertThat(association.session()).isNull();
        AuthenticatorApp app = new AuthenticatorApp(association.secretCode());
        assertThat(refusal(
                        () -> SDK.verifySoftwareToken(r -> r.accessToken(token).userCode(app.wrongCode()))))
                .isEqualTo("EnableSoftwareTokenMFAException: Code mismatch");
        assertThat(refusal(() -> SDK.verifySoftwareToken(r -> r.userCode(app.code(0)))))
                .startsWith("InvalidParameterException");
        assertThat(SDK.verifySoftwareToken(r -> r.accessToken(token).userCode(app.code(0)))
                        .status())
                .isEqualTo(VerifySoftwareTokenResponseType.SUCCESS);

        // Verified is not switched on: the password alone is still enough.
        assertThat(get(OPTIONAL.get(), user).userMFASettingList()).isEmpty();
        assertThat(OPTIONAL.get().signIn(user).authenticationResult()).isNotNull();
    }

    @Test
    void codeIsAskedForAtTheSignIn() {
        String user = OPTIONAL.get().user();
        String token = OPTIONAL.get().accessToken(user);
        AuthenticatorApp app = OPTIONAL.get().enroll(token);
        SDK.setUserMFAPreference(r -> r.accessToken(token)
                .softwareTokenMfaSettings(s -> s.enabled(true).preferredMfa(true)));

        InitiateAuthResponse challenge = OPTIONAL.get().signIn(user);
        assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.SOFTWARE_TOKEN_MFA);
        assertThat(challenge.challengeParameters()).containsEntry("USER_ID_FOR_SRP", user);
        assertThat(challenge.authenticationResult()).isNull();
        assertThat(refusal(() -> answer(challenge, user, app.wrongCode()))).startsWith("CodeMismatchException");
        // the code of this half minute is used up
        assertThat(answer(challenge, user, app.code(30)).authenticationResult().accessToken())
                .isNotEmpty();
        assertThat(refusal(() -> answer(challenge, user, app.code(30)))).startsWith("NotAuthorizedException");
    }

    @Test
    void poolWithoutAuthenticatorsHasNone() {
        FactorPool off = FactorPool.create(COGNITO, r -> {});
        String token = off.accessToken(off.user());

        assertThat(refusal(() -> SDK.associateSoftwareToken(r -> r.accessToken(token))))
                .isEqualTo(MISSING + "Software Token MFA has not been enabled by the userPool.");
        assertThat(refusal(() -> SDK.associateSoftwareToken(r -> r.accessToken("a.b.c"))))
                .isEqualTo("NotAuthorizedException: Invalid Access Token");
    }

    @Test
    void whoMustHaveAFactorSetsItUpOnTheWayIn() {
        String user = REQUIRED.get().user();
        InitiateAuthResponse challenge = REQUIRED.get().signIn(user);
        assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.MFA_SETUP);
        assertThat(challenge.challengeParameters()).containsEntry("MFAS_CAN_SETUP", "[\"SOFTWARE_TOKEN_MFA\"]");
        assertThat(refusal(() -> finish(challenge.session(), user))).startsWith(MISSING);

        var association = SDK.associateSoftwareToken(r -> r.session(challenge.session()));
        assertThat(refusal(() -> SDK.associateSoftwareToken(r -> r.session(challenge.session()))))
                .startsWith("NotAuthorizedException: Invalid session");
        AuthenticatorApp app = new AuthenticatorApp(association.secretCode());
        assertThat(refusal(() -> SDK.verifySoftwareToken(
                        r -> r.session(association.session()).userCode(app.wrongCode()))))
                .isEqualTo("EnableSoftwareTokenMFAException: Code mismatch");
        assertThat(refusal(() -> finish(association.session(), user))).startsWith(MISSING);
        var verification = SDK.verifySoftwareToken(
                r -> r.session(association.session()).userCode(app.code(0)).friendlyDeviceName("Phone"));
        assertThat(finish(verification.session(), user).authenticationResult()).isNotNull();

        InitiateAuthResponse next = REQUIRED.get().signIn(user);
        assertThat(next.challengeName()).isEqualTo(ChallengeNameType.SOFTWARE_TOKEN_MFA);
        assertThat(next.challengeParameters()).containsEntry("FRIENDLY_DEVICE_NAME", "Phone");
        assertThat(get(REQUIRED.get(), user).userMFASettingList()).containsExactly("SOFTWARE_TOKEN_MFA");
    }

    @Test
    void resetAuthenticatorIsSetUpAgainWhereOneIsRequired() {
        String user = REQUIRED.get().user();
        setUp(user);
        SDK.adminSetUserMFAPreference(r ->
                r.userPoolId(REQUIRED.get().pool()).username(user).softwareTokenMfaSettings(s -> s.enabled(false)));

        assertThat(REQUIRED.get().signIn(user).challengeName()).isEqualTo(ChallengeNameType.MFA_SETUP);
    }

    private static void setUp(String user) {
        var association = SDK.associateSoftwareToken(
                r -> r.session(REQUIRED.get().signIn(user).session()));
        String code = new AuthenticatorApp(association.secretCode()).code(0);
        SDK.verifySoftwareToken(r -> r.session(association.session()).userCode(code));
    }

    private static RespondToAuthChallengeResponse finish(String session, String user) {
        return REQUIRED.get().answer(ChallengeNameType.MFA_SETUP, session, Map.of("USERNAME", user));
    }

    private static AdminGetUserResponse get(FactorPool pool, String user) {
        return SDK.adminGetUser(r -> r.userPoolId(pool.pool()).username(user));
    }

    private static RespondToAuthChallengeResponse answer(InitiateAuthResponse challenge, String user, String code) {
        return OPTIONAL.get()
                .answer(
                        ChallengeNameType.SOFTWARE_TOKEN_MFA,
                        challenge.session(),
                        Map.of("USERNAME", user, "SOFTWARE_TOKEN_MFA_CODE", code));
    }
}
