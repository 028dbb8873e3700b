package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.attribute;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;

@ContractSuite
@Section(1)
class PreferenceContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final AttributeType PHONE = attribute("phone_number", "+491701234567");
    private static final String INVALID = "InvalidParameterException: ";

    @Test
    void factorHasToBeOneOfThePool() {
        FactorPool totpOnly = FactorPool.withFactors(COGNITO, "OPTIONAL", FactorPool::totp);
        FactorPool none = FactorPool.create(COGNITO, r -> {});

        for (FactorPool pool : List.of(totpOnly, none)) {
            String user = pool.user(PHONE);
            assertThat(refusal(() -> SDK.adminSetUserMFAPreference(
                            r -> r.userPoolId(pool.pool()).username(user).smsMfaSettings(s -> s.enabled(true)))))
                    .isEqualTo(INVALID + "SMS_MFA is not enabled for the user pool.");
            // What is not there can always be switched off.
            SDK.adminSetUserMFAPreference(
                    r -> r.userPoolId(pool.pool()).username(user).smsMfaSettings(s -> s.enabled(false)));
        }
    }
}
