package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthEventType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EventType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.FeedbackValueType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;

/** What threat protection remembers of sign-ins. */
@ContractSuite
@Section(1)
class AuthEventContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Once<FactorPool> AUDITED = new Once<>(() -> FactorPool.create(
            COGNITO, r -> r.userPoolTier(UserPoolTierType.PLUS).userPoolAddOns(a -> a.advancedSecurityMode("AUDIT"))));

    @Test
    void signInsAreRememberedAndJudged() {
        String user = AUDITED.get().user();
        assertThat(refusal(() -> AUDITED.get().signIn(user, Map.of("PASSWORD", "Wrong-Horse-42"))))
                .startsWith("NotAuthorizedException");
        AUDITED.get().signIn(user);

        COGNITO.soon(() -> assertThat(events(user))
                .extracting(AuthEventType::eventResponseAsString)
                .containsExactly("Pass", "Fail"));
        AuthEventType passed = events(user).getFirst();
        assertThat(passed.eventType()).isEqualTo(EventType.SIGN_IN);
        assertThat(passed.creationDate()).isNotNull();
        SDK.adminUpdateAuthEventFeedback(r -> r.userPoolId(AUDITED.get().pool())
                .username(user)
                .eventId(passed.eventId())
                .feedbackValue(FeedbackValueType.VALID));
        COGNITO.soon(() -> assertThat(events(user).getFirst().eventFeedback().feedbackValue())
                .isEqualTo(FeedbackValueType.VALID));
    }

    @Test
    void nobodyHasNoEvents() {
        assertThat(refusal(() -> events(unique("nobody")))).isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    void poolWithoutThreatProtectionHasNoEvents() {
        String user = COGNITO.newConfirmedUser();

        assertThat(refusal(() -> SDK.adminListUserAuthEvents(
                        r -> r.userPoolId(COGNITO.pool()).username(user))))
                .startsWith("UserPoolAddOnNotEnabledException");
    }

    private static List<AuthEventType> events(String user) {
        return SDK.adminListUserAuthEvents(
                        r -> r.userPoolId(AUDITED.get().pool()).username(user))
                .authEvents();
    }
}
