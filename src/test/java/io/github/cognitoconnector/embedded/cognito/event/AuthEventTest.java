package io.github.cognitoconnector.embedded.cognito.event;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthEventType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EventType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.FeedbackValueType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;

class AuthEventTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final FactorPool AUDITED = FactorPool.create(
            COGNITO, r -> r.userPoolTier(UserPoolTierType.PLUS).userPoolAddOns(a -> a.advancedSecurityMode("AUDIT")));
    private static final FactorPool PLAIN = FactorPool.create(COGNITO, r -> {});

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @Test
    void signInsAreRememberedNewestFirst() {
        String user = AUDITED.user();
        assertThat(events(user)).isEmpty();
        assertThat(refusal(() -> AUDITED.signIn(user, Map.of("PASSWORD", "Wrong-Horse-42"))))
                .startsWith("NotAuthorizedException");
        SDK.initiateAuth(r -> r.clientId(AUDITED.client())
                .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                .userContextData(c -> c.ipAddress("192.0.2.7"))
                .authParameters(Map.of("USERNAME", user, "PASSWORD", PASSWORD)));

        List<AuthEventType> events = events(user);
        assertThat(events).extracting(AuthEventType::eventResponseAsString).containsExactly("Pass", "Fail");
        AuthEventType passed = events.getFirst();
        assertThat(passed.eventType()).isEqualTo(EventType.SIGN_IN);
        assertThat(passed.creationDate()).isNotNull();
        assertThat(passed.eventContextData().ipAddress()).isEqualTo("192.0.2.7");
        assertThat(passed.eventRisk().riskDecisionAsString()).isEqualTo("NoRisk");
        assertThat(passed.challengeResponses())
                .singleElement()
                .hasToString("ChallengeResponseType(ChallengeName=Password, ChallengeResponse=Success)");
        assertThat(events.get(1).challengeResponses())
                .singleElement()
                .hasToString("ChallengeResponseType(ChallengeName=Password, ChallengeResponse=Failure)");
    }

    @Test
    void secondFactorsAreChallengesToo() {
        AUDITED.configure("OPTIONAL", FactorPool::sms);
        String user = AUDITED.user(attribute("phone_number", "+491701234567"));
        SDK.adminSetUserMFAPreference(
                r -> r.userPoolId(AUDITED.pool()).username(user).smsMfaSettings(s -> s.enabled(true)));
        var challenge = AUDITED.signIn(user);
        String code = COGNITO.newestCode();
        assertThat(events(user)).isEmpty();

        assertThat(refusal(() -> answer(challenge.session(), user, "x" + code))).startsWith("CodeMismatchException");
        answer(challenge.session(), user, code);
        assertThat(events(user))
                .extracting(event -> event.challengeResponses().toString())
                .containsExactly(
                        "[ChallengeResponseType(ChallengeName=Password, ChallengeResponse=Success),"
                                + " ChallengeResponseType(ChallengeName=Mfa, ChallengeResponse=Success)]",
                        "[ChallengeResponseType(ChallengeName=Password, ChallengeResponse=Success),"
                                + " ChallengeResponseType(ChallengeName=Mfa, ChallengeResponse=Failure)]");
    }

    private static void answer(String session, String user, String code) {
        AUDITED.answer(ChallengeNameType.SMS_MFA, session, Map.of("USERNAME", user, "SMS_MFA_CODE", code));
    }

    @Test
    void eventsComeInPages() {
        String user = AUDITED.user();
        AUDITED.signIn(user);
        AUDITED.signIn(user);
        AUDITED.signIn(user);

        var first = SDK.adminListUserAuthEvents(
                r -> r.userPoolId(AUDITED.pool()).username(user).maxResults(2));
        assertThat(first.authEvents()).hasSize(2);
        var rest = SDK.adminListUserAuthEvents(
                r -> r.userPoolId(AUDITED.pool()).username(user).maxResults(2).nextToken(first.nextToken()));
        assertThat(rest.authEvents()).hasSize(1);
        assertThat(rest.nextToken()).isNull();
        assertThat(rest.authEvents().getFirst().eventId())
                .isEqualTo(events(user).get(2).eventId());
        assertThat(refusal(() -> SDK.adminListUserAuthEvents(
                        r -> r.userPoolId(AUDITED.pool()).username(user).maxResults(61))))
                .startsWith("InvalidParameterException");
    }

    @Test
    void administratorsJudgeEvents() {
        String user = AUDITED.user();
        AUDITED.signIn(user);
        String event = events(user).getFirst().eventId();

        SDK.adminUpdateAuthEventFeedback(
                r -> r.userPoolId(AUDITED.pool()).username(user).eventId(event).feedbackValue(FeedbackValueType.VALID));
        assertThat(events(user).getFirst().eventFeedback().feedbackValue()).isEqualTo(FeedbackValueType.VALID);
        assertThat(events(user).getFirst().eventFeedback().provider()).isEqualTo("Admin");
        assertThat(refusal(() -> SDK.adminUpdateAuthEventFeedback(r -> r.userPoolId(AUDITED.pool())
                        .username(AUDITED.user())
                        .eventId(event)
                        .feedbackValue(FeedbackValueType.VALID))))
                .startsWith("ResourceNotFoundException");
        assertThat(refusal(() -> SDK.updateAuthEventFeedback(r -> r.userPoolId(AUDITED.pool())
                        .username(user)
                        .eventId(event)
                        .feedbackToken("token")
                        .feedbackValue(FeedbackValueType.VALID))))
                .startsWith("NotAuthorizedException");
    }

    @Test
    void poolWithoutThreatProtectionHasNoEvents() {
        String user = PLAIN.user();
        PLAIN.signIn(user);

        assertThat(refusal(() -> SDK.adminListUserAuthEvents(
                        r -> r.userPoolId(PLAIN.pool()).username(user))))
                .startsWith("UserPoolAddOnNotEnabledException");
        assertThat(refusal(() -> SDK.adminListUserAuthEvents(
                        r -> r.userPoolId(AUDITED.pool()).username("nobody"))))
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    private static List<AuthEventType> events(String user) {
        return SDK.adminListUserAuthEvents(r -> r.userPoolId(AUDITED.pool()).username(user))
                .authEvents();
    }
}
