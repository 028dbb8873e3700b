package io.github.cognitoconnector.embedded.cognito.mfa;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminSetUserMfaPreferenceRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MFAOptionType;

class PreferenceTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final FactorPool POOL = FactorPool.withAllFactors(COGNITO, "OPTIONAL");
    private static final AttributeType PHONE = attribute("phone_number", "+491701234567");
    private static final AttributeType MAIL = attribute("email", "ada@example.com");
    private static final String INVALID = "InvalidParameterException: ";

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @Test
    void factorNeedsWhatTheUserHas() {
        String user = POOL.user();

        assertThat(refusal(() -> set(user, r -> r.smsMfaSettings(s -> s.enabled(true)))))
                .isEqualTo(INVALID + "User does not have delivery config set to turn on SMS_MFA");
        assertThat(refusal(() -> set(user, r -> r.emailMfaSettings(s -> s.enabled(true)))))
                .isEqualTo(INVALID + "User does not have delivery config set to turn on EMAIL_OTP");
        assertThat(refusal(() -> set(user, r -> r.softwareTokenMfaSettings(s -> s.enabled(true)))))
                .isEqualTo(INVALID + "User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA");
        String token = POOL.accessToken(user);
        SDK.associateSoftwareToken(r -> r.accessToken(token));
        assertThat(refusal(() -> set(user, r -> r.softwareTokenMfaSettings(s -> s.enabled(true)))))
                .isEqualTo(INVALID + "User has not verified software token mfa");
        assertThat(passkeys(user)).contains("InvalidParameterException");
        assertThat(get(user).userMFASettingList()).isEmpty();
        assertThat(get(user).preferredMfaSetting()).isNull();
    }

    @Test
    void oneEnabledFactorCanBePreferred() {
        String user = POOL.user(PHONE, MAIL);
        set(
                user,
                r -> r.smsMfaSettings(s -> s.enabled(true).preferredMfa(true)).emailMfaSettings(s -> s.enabled(true)));
        assertThat(get(user).userMFASettingList()).containsExactly("SMS_MFA", "EMAIL_OTP");
        assertThat(get(user).preferredMfaSetting()).isEqualTo("SMS_MFA");

        set(user, r -> r.emailMfaSettings(s -> s.enabled(true).preferredMfa(true)));
        assertThat(get(user).preferredMfaSetting()).isEqualTo("EMAIL_OTP");
        set(user, r -> r.smsMfaSettings(s -> s.enabled(true)));
        assertThat(get(user).preferredMfaSetting()).isEqualTo("EMAIL_OTP");
        set(user, r -> r.emailMfaSettings(s -> s.enabled(true)));
        assertThat(get(user).preferredMfaSetting()).isNull();
        assertThat(get(user).userMFASettingList()).containsExactly("SMS_MFA", "EMAIL_OTP");

        assertThat(refusal(() ->
                        set(user, r -> r.smsMfaSettings(s -> s.enabled(false).preferredMfa(true)))))
                .startsWith(INVALID);
        assertThat(refusal(() -> set(
                        user,
                        r -> r.smsMfaSettings(s -> s.enabled(true).preferredMfa(true))
                                .emailMfaSettings(s -> s.enabled(true).preferredMfa(true)))))
                .startsWith(INVALID);
    }

    @Test
    void olderSettingsKnowSmsAlone() {
        String user = POOL.user(PHONE);
        SDK.adminSetUserSettings(r ->
                r.userPoolId(POOL.pool()).username(user).mfaOptions(option(DeliveryMediumType.SMS, "phone_number")));
        assertThat(get(user).userMFASettingList()).containsExactly("SMS_MFA");
        assertThat(get(user).mfaOptions())
                .singleElement()
                .satisfies(o -> assertThat(o.attributeName()).isEqualTo("phone_number"));
        assertThat(SDK.listUsers(r -> r.userPoolId(POOL.pool()).filter("username = \"" + user + "\""))
                        .users()
                        .getFirst()
                        .mfaOptions())
                .hasSize(1);

        assertThat(refusal(() -> SDK.adminSetUserSettings(r -> r.userPoolId(POOL.pool())
                        .username(user)
                        .mfaOptions(option(DeliveryMediumType.EMAIL, "email")))))
                .startsWith(INVALID);
        SDK.adminSetUserSettings(r -> r.userPoolId(POOL.pool()).username(user).mfaOptions(List.of()));
        assertThat(get(user).userMFASettingList()).isEmpty();
        assertThat(get(user).mfaOptions()).isEmpty();
    }

    @Test
    void usersSetTheirOwn() {
        String user = POOL.user(PHONE);
        String token = POOL.accessToken(user);
        SDK.setUserSettings(r -> r.accessToken(token).mfaOptions(option(DeliveryMediumType.SMS, "phone_number")));
        SDK.setUserMFAPreference(
                r -> r.accessToken(token).smsMfaSettings(s -> s.enabled(true).preferredMfa(true)));
        assertThat(get(user).preferredMfaSetting()).isEqualTo("SMS_MFA");

        assertThat(refusal(() ->
                        SDK.setUserMFAPreference(r -> r.accessToken(token).emailMfaSettings(s -> s.enabled(true)))))
                .startsWith(INVALID);
        assertThat(refusal(() -> SDK.setUserMFAPreference(r -> r.accessToken("a.b.c"))))
                .startsWith("NotAuthorizedException");
    }

    @Test
    void unknownUserHasNone() {
        assertThat(refusal(() -> set("nobody", r -> {}))).isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(refusal(() -> SDK.adminSetUserMFAPreference(
                        r -> r.userPoolId("eu-central-1_none").username("nobody"))))
                .startsWith("ResourceNotFoundException");
    }

    private static void set(String user, Consumer<AdminSetUserMfaPreferenceRequest.Builder> settings) {
        SDK.adminSetUserMFAPreference(
                r -> settings.accept(r.userPoolId(POOL.pool()).username(user)));
    }

    /** The SDK does not know this member yet. */
    private static String passkeys(String user) {
        return COGNITO.operation(
                        "AWSCognitoIdentityProviderService.AdminSetUserMFAPreference",
                        "{\"UserPoolId\":\"" + POOL.pool() + "\",\"Username\":\"" + user
                                + "\",\"WebAuthnMfaSettings\":{\"Enabled\":true}}",
                        "Authorization",
                        "any")
                .body();
    }

    private static MFAOptionType option(DeliveryMediumType medium, String attribute) {
        return MFAOptionType.builder()
                .deliveryMedium(medium)
                .attributeName(attribute)
                .build();
    }

    private static AdminGetUserResponse get(String user) {
        return SDK.adminGetUser(r -> r.userPoolId(POOL.pool()).username(user));
    }
}
