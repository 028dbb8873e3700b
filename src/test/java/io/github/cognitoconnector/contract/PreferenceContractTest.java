package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.attribute;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;

@ContractSuite
@Section(1)
class PreferenceContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final AttributeType PHONE = attribute("phone_number", "+491701234567");

    @Test
    void factorHasToBeOneOfThePool() {
        FactorPool totpOnly = FactorPool.withAuthenticators(COGNITO, "OPTIONAL");
        FactorPool none = FactorPool.create(COGNITO, r -> {});

        for (FactorPool pool : List.of(totpOnly, none)) {
            String user = pool.user(PHONE);
            assertThat(refusal(() -> SDK.adminSetUserMFAPreference(
                            r -> r.userPoolId(pool.pool()).username(user).smsMfaSettings(s -> s.enabled(true)))))
                    .startsWith("InvalidParameterException");
            // What is not there can always be switched off.
            SDK.adminSetUserMFAPreference(
                    r -> r.userPoolId(pool.pool()).username(user).smsMfaSettings(s -> s.enabled(false)));
        }
    }

    @Test
    void verifiedAuthenticatorIsSwitchedOnAndOff() {
        FactorPool pool = FactorPool.withAuthenticators(COGNITO, "OPTIONAL");
        String user = pool.user();
        assertThat(refusal(() -> authenticator(pool, user, true))).startsWith("InvalidParameterException");
        pool.enroll(pool.accessToken(user));

        authenticator(pool, user, true);
        assertThat(get(pool, user).userMFASettingList()).containsExactly("SOFTWARE_TOKEN_MFA");
        assertThat(get(pool, user).preferredMfaSetting()).isEqualTo("SOFTWARE_TOKEN_MFA");
        authenticator(pool, user, false);
        assertThat(get(pool, user).userMFASettingList()).isEmpty();
        assertThat(get(pool, user).preferredMfaSetting()).isNull();
        assertThat(pool.signIn(user).authenticationResult()).isNotNull();
    }

    @Test
    void usersSetTheirOwn() {
        FactorPool pool = FactorPool.withAuthenticators(COGNITO, "OPTIONAL");
        String user = pool.user();
        String token = pool.accessToken(user);
        assertThat(refusal(() -> SDK.setUserMFAPreference(
                        r -> r.accessToken(token).softwareTokenMfaSettings(s -> s.enabled(true)))))
                .startsWith("InvalidParameterException");
        pool.enroll(token);

        SDK.setUserMFAPreference(r -> r.accessToken(token).softwareTokenMfaSettings(s -> s.enabled(true)));

        assertThat(get(pool, user).userMFASettingList()).containsExactly("SOFTWARE_TOKEN_MFA");
        assertThat(pool.signIn(user).challengeNameAsString()).isEqualTo("SOFTWARE_TOKEN_MFA");
    }

    private static void authenticator(FactorPool pool, String user, boolean on) {
        SDK.adminSetUserMFAPreference(r -> r.userPoolId(pool.pool())
                .username(user)
                .softwareTokenMfaSettings(s -> s.enabled(on).preferredMfa(on)));
    }

    private static AdminGetUserResponse get(FactorPool pool, String user) {
        return SDK.adminGetUser(r -> r.userPoolId(pool.pool()).username(user));
    }
}
