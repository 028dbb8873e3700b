package io.github.cognitoconnector.embedded.cognito.event;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthEventType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EventType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreventUserExistenceErrorTypes;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

/** Events of users who are not signed in. */
class AccountEventTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final FactorPool AUDITED = FactorPool.create(
            COGNITO,
            r -> r.userPoolTier(UserPoolTierType.PLUS)
                    .userPoolAddOns(a -> a.advancedSecurityMode("AUDIT"))
                    .autoVerifiedAttributes(VerifiedAttributeType.EMAIL));
    private static final FactorPool PLAIN =
            FactorPool.create(COGNITO, r -> r.autoVerifiedAttributes(VerifiedAttributeType.EMAIL));

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @Test
    void whatUsersAskForIsRemembered() {
        String user = unique("user");
        signUp(AUDITED, user);
        SDK.resendConfirmationCode(r -> r.clientId(AUDITED.client()).username(user));
        String code = COGNITO.code(address(user));
        SDK.confirmSignUp(r -> r.clientId(AUDITED.client()).username(user).confirmationCode(code));
        SDK.forgotPassword(r -> r.clientId(AUDITED.client()).username(user));

        List<AuthEventType> events = events(user);
        assertThat(events)
                .extracting(AuthEventType::eventType)
                .containsExactly(EventType.FORGOT_PASSWORD, EventType.RESEND_CODE, EventType.SIGN_UP);
        assertThat(events).extracting(AuthEventType::eventResponseAsString).containsOnly("Pass");
        assertThat(events.getLast().eventContextData().ipAddress()).isEqualTo("192.0.2.7");
        assertThat(events.getLast().challengeResponses()).isEmpty();
    }

    @Test
    void whatIsRefusedIsNot() {
        String user = unique("user");
        signUp(AUDITED, user);
        assertThat(refusal(() -> signUp(AUDITED, user))).startsWith("UsernameExistsException");
        SDK.adminDisableUser(r -> r.userPoolId(AUDITED.pool()).username(user));
        assertThat(refusal(() ->
                        SDK.forgotPassword(r -> r.clientId(AUDITED.client()).username(user))))
                .isEqualTo("NotAuthorizedException: User is disabled.");

        assertThat(events(user)).extracting(AuthEventType::eventType).containsExactly(EventType.SIGN_UP);
    }

    /** Contract row 25. */
    @Test
    void nobodyHasNoEvents() {
        String hiding = new Account(COGNITO)
                .client(AUDITED.pool(), r -> r.preventUserExistenceErrors(PreventUserExistenceErrorTypes.ENABLED));
        String user = unique("user");
        assertThat(SDK.forgotPassword(r -> r.clientId(hiding).username(user)).codeDeliveryDetails())
                .isNotNull();
        signUp(AUDITED, user);
        assertThat(events(user)).hasSize(1);
    }

    @Test
    void poolWithoutThreatProtectionKeepsNothing() {
        String user = unique("user");
        signUp(PLAIN, user);
        assertThat(refusal(() -> SDK.adminListUserAuthEvents(
                        r -> r.userPoolId(PLAIN.pool()).username(user))))
                .startsWith("UserPoolAddOnNotEnabledException");

        SDK.updateUserPool(r -> r.userPoolId(PLAIN.pool())
                .userPoolTier(UserPoolTierType.PLUS)
                .userPoolAddOns(a -> a.advancedSecurityMode("AUDIT")));
        assertThat(SDK.adminListUserAuthEvents(r -> r.userPoolId(PLAIN.pool()).username(user))
                        .authEvents())
                .isEmpty();
    }

    private static void signUp(FactorPool pool, String user) {
        SDK.signUp(r -> r.clientId(pool.client())
                .username(user)
                .password(PASSWORD)
                .userContextData(c -> c.ipAddress("192.0.2.7"))
                .userAttributes(attribute("email", address(user))));
    }

    private static String address(String user) {
        return user + "@example.com";
    }

    private static List<AuthEventType> events(String user) {
        return SDK.adminListUserAuthEvents(r -> r.userPoolId(AUDITED.pool()).username(user))
                .authEvents();
    }
}
