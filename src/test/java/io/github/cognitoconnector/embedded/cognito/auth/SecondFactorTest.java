package io.github.cognitoconnector.embedded.cognito.auth;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

class SecondFactorTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final FactorPool OPTIONAL = FactorPool.withAllFactors(COGNITO, "OPTIONAL");
    private static final FactorPool REQUIRED = FactorPool.withAllFactors(COGNITO, "ON");
    private static final AttributeType PHONE = attribute("phone_number", "+491701234567");
    private static final AttributeType MAIL = attribute("email", "ada@example.com");

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    @Test
    void codeComesBySms() {
        String user = REQUIRED.user(PHONE);
        InitiateAuthResponse challenge = REQUIRED.signIn(user);

        assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.SMS_MFA);
        assertThat(challenge.challengeParameters())
                .containsEntry("CODE_DELIVERY_DELIVERY_MEDIUM", "SMS")
                .containsEntry("CODE_DELIVERY_DESTINATION", "+********4567")
                .containsEntry("USER_ID_FOR_SRP", user);
        assertThat(COGNITO.get("/_control/messages").body())
                .contains("\"kind\":\"SECOND_FACTOR\"", "\"destination\":\"+491701234567\"");
        String code = COGNITO.newestCode();
        String wrong = code.equals("111111") ? "222222" : "111111";
        assertThat(refusal(() -> sms(challenge, user, wrong)))
                .isEqualTo("CodeMismatchException: Invalid code or auth state for the user.");
        assertThat(sms(challenge, user, code).authenticationResult().idToken()).isNotEmpty();
        assertThat(refusal(() -> sms(challenge, user, code)))
                .isEqualTo("NotAuthorizedException: Invalid session for the user, session can only be used once.");
    }

    @Test
    void codeComesByMailToAnAdministratorsSignIn() {
        String user = REQUIRED.user(MAIL);
        var challenge = SDK.adminInitiateAuth(r -> r.userPoolId(REQUIRED.pool())
                .clientId(REQUIRED.client())
                .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                .authParameters(Map.of("USERNAME", user, "PASSWORD", PASSWORD)));
        assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.EMAIL_OTP);
        assertThat(challenge.challengeParameters())
                .containsEntry("CODE_DELIVERY_DELIVERY_MEDIUM", "EMAIL")
                .containsEntry("CODE_DELIVERY_DESTINATION", "a***@e***");

        assertThat(refusal(() -> adminMail(challenge.session(), user, ""))).startsWith("InvalidParameterException");
        assertThat(adminMail(challenge.session(), user, COGNITO.newestCode())).isNotEmpty();
    }

    private static String adminMail(String session, String user, String code) {
        return SDK.adminRespondToAuthChallenge(r -> r.userPoolId(REQUIRED.pool())
                        .clientId(REQUIRED.client())
                        .challengeName(ChallengeNameType.EMAIL_OTP)
                        .session(session)
                        .challengeResponses(Map.of("USERNAME", user, "EMAIL_OTP_CODE", code)))
                .authenticationResult()
                .accessToken();
    }

    @Test
    void wrongCodesUseTheSessionUp() {
        String user = REQUIRED.user(PHONE);
        InitiateAuthResponse challenge = REQUIRED.signIn(user);
        String code = COGNITO.newestCode();

        for (int i = 0; i < 5; i++) {
            assertThat(refusal(() -> sms(challenge, user, "x" + code))).startsWith("CodeMismatchException");
        }
        assertThat(refusal(() -> sms(challenge, user, code))).startsWith("NotAuthorizedException");
    }

    @Test
    void sessionIsForItsUserItsClientItsChallengeAndItsTime() {
        String user = REQUIRED.user(PHONE);
        InitiateAuthResponse challenge = REQUIRED.signIn(user);
        String code = COGNITO.newestCode();

        assertThat(refusal(() -> sms(challenge, REQUIRED.user(PHONE), code)))
                .startsWith("NotAuthorizedException: Invalid session");
        assertThat(refusal(() -> OPTIONAL.answer(
                        ChallengeNameType.SMS_MFA,
                        challenge.session(),
                        Map.of("USERNAME", user, "SMS_MFA_CODE", code))))
                .startsWith("NotAuthorizedException: Invalid session");
        assertThat(refusal(() -> REQUIRED.answer(
                        ChallengeNameType.EMAIL_OTP,
                        challenge.session(),
                        Map.of("USERNAME", user, "EMAIL_OTP_CODE", code))))
                .startsWith("NotAuthorizedException: Invalid session");
        COGNITO.put("clock", "{\"offsetSeconds\": 181}");
        assertThat(refusal(() -> sms(challenge, user, code)))
                .isEqualTo("NotAuthorizedException: Invalid session for the user, session is expired.");
    }

    @Test
    void userChoosesAmongSeveral() {
        String user = OPTIONAL.user(PHONE, MAIL);
        assertThat(OPTIONAL.signIn(user).authenticationResult()).isNotNull();
        switchOn(user, false);

        InitiateAuthResponse offer = OPTIONAL.signIn(user);
        assertThat(offer.challengeName()).isEqualTo(ChallengeNameType.SELECT_MFA_TYPE);
        assertThat(offer.challengeParameters()).containsEntry("MFAS_CAN_CHOOSE", "[\"SMS_MFA\",\"EMAIL_OTP\"]");
        assertThat(refusal(() -> choose(offer, user, "SOFTWARE_TOKEN_MFA"))).startsWith("InvalidParameterException");
        RespondToAuthChallengeResponse question = choose(offer, user, "EMAIL_OTP");
        assertThat(question.challengeName()).isEqualTo(ChallengeNameType.EMAIL_OTP);
        assertThat(refusal(() -> choose(offer, user, "SMS_MFA"))).startsWith("NotAuthorizedException");
        assertThat(OPTIONAL.answer(
                                ChallengeNameType.EMAIL_OTP,
                                question.session(),
                                Map.of("USERNAME", user, "EMAIL_OTP_CODE", COGNITO.newestCode()))
                        .authenticationResult())
                .isNotNull();
    }

    @Test
    void preferredFactorIsAskedForFirst() {
        String user = OPTIONAL.user(PHONE, MAIL);
        switchOn(user, true);

        assertThat(OPTIONAL.signIn(user).challengeName()).isEqualTo(ChallengeNameType.EMAIL_OTP);
    }

    @Test
    void factorWithoutItsAddressKeepsTheUserOut() {
        String user = OPTIONAL.user(PHONE, MAIL);
        switchOn(user, true);
        SDK.adminDeleteUserAttributes(
                r -> r.userPoolId(OPTIONAL.pool()).username(user).userAttributeNames("email"));
        assertThat(OPTIONAL.signIn(user).challengeName()).isEqualTo(ChallengeNameType.SMS_MFA);

        SDK.adminDeleteUserAttributes(
                r -> r.userPoolId(OPTIONAL.pool()).username(user).userAttributeNames("phone_number"));
        assertThat(refusal(() -> OPTIONAL.signIn(user))).startsWith("MFAMethodNotFoundException");
    }

    @Test
    void poolThatTurnsFactorsOffAsksNoMore() {
        FactorPool pool = FactorPool.withAllFactors(COGNITO, "OPTIONAL");
        String user = pool.user(PHONE);
        SDK.adminSetUserMFAPreference(
                r -> r.userPoolId(pool.pool()).username(user).smsMfaSettings(s -> s.enabled(true)));
        assertThat(pool.signIn(user).challengeName()).isEqualTo(ChallengeNameType.SMS_MFA);

        pool.configure("OFF", r -> {});
        assertThat(pool.signIn(user).authenticationResult()).isNotNull();
    }

    @Test
    void factorComesAfterTheNewPassword() {
        String user = unique("user");
        COGNITO.newUser(REQUIRED.pool(), user, PHONE);
        InitiateAuthResponse first = REQUIRED.signIn(user);
        assertThat(first.challengeName()).isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);

        var second = REQUIRED.answer(
                ChallengeNameType.NEW_PASSWORD_REQUIRED,
                first.session(),
                Map.of("USERNAME", user, "NEW_PASSWORD", "My-Own-Horse-43"));
        assertThat(List.of(second.challengeName(), String.valueOf(second.authenticationResult())))
                .isEqualTo(List.of(ChallengeNameType.SMS_MFA, "null"));
        assertThat(REQUIRED.answer(
                                ChallengeNameType.SMS_MFA,
                                second.session(),
                                Map.of("USERNAME", user, "SMS_MFA_CODE", COGNITO.newestCode()))
                        .authenticationResult())
                .isNotNull();
    }

    private static void switchOn(String user, boolean mailPreferred) {
        SDK.adminSetUserMFAPreference(r -> r.userPoolId(OPTIONAL.pool())
                .username(user)
                .smsMfaSettings(s -> s.enabled(true))
                .emailMfaSettings(s -> s.enabled(true).preferredMfa(mailPreferred)));
    }

    private static RespondToAuthChallengeResponse choose(InitiateAuthResponse offer, String user, String answer) {
        return OPTIONAL.answer(
                ChallengeNameType.SELECT_MFA_TYPE, offer.session(), Map.of("USERNAME", user, "ANSWER", answer));
    }

    private static RespondToAuthChallengeResponse sms(InitiateAuthResponse challenge, String user, String code) {
        return REQUIRED.answer(
                ChallengeNameType.SMS_MFA, challenge.session(), Map.of("USERNAME", user, "SMS_MFA_CODE", code));
    }
}
