package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFactorType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EmailSendingAccountType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RecoveryOptionNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RecoveryOptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

@ContractSuite
@Section(1)
class PoolRulesContractTest {

    private static final String FUNCTION = "arn:aws:lambda:eu-central-1:123456789012:function:";
    private static final Contract COGNITO = Contract.open();

    private static String refused(Consumer<CreateUserPoolRequest.Builder> settings) {
        return refusal(() -> COGNITO.newPool(settings));
    }

    @Test
    void limitsOfTheServiceModelAreHeld() {
        assertThat(refused(r -> r.policies(p -> p.passwordPolicy(w -> w.minimumLength(5)))))
                .contains("Value '5' at 'policies.passwordPolicy.minimumLength' failed to satisfy constraint: Member"
                        + " must have value greater than or equal to 6");
        assertThat(refused(r -> r.policies(p -> p.passwordPolicy(w -> w.passwordHistorySize(25)))))
                .contains("less than or equal to 24");
        assertThat(refused(r -> r.mfaConfiguration("SOMETIMES")))
                .contains("at 'mfaConfiguration' failed to satisfy constraint: Member must satisfy enum value set:"
                        + " [OFF, ON, OPTIONAL]");
        assertThat(refused(r -> r.smsAuthenticationMessage("without the code")))
                .contains("at 'smsAuthenticationMessage'", "regular expression");
        assertThat(refused(r -> r.emailVerificationMessage("none"))).contains("at 'emailVerificationMessage'");
        assertThat(refused(r -> r.lambdaConfig(l -> l.preSignUp("nonsense")))).contains("at 'lambdaConfig.preSignUp'");
        assertThat(refused(r -> r.userPoolTags(Map.of("", "red")))).contains("at 'userPoolTags'", "length");
        assertThat(refused(r -> r.userPoolAddOns(a -> {}))).contains("advancedSecurityMode", "must not be null");
    }

    @Test
    void smsNeedsItsConfiguration() {
        assertThat(refused(r -> r.mfaConfiguration(UserPoolMfaType.OPTIONAL)))
                .isEqualTo("InvalidParameterException: SMS configuration and Auto verification for phone_number are"
                        + " required when MFA is required/optional");
        assertThat(refused(r -> r.autoVerifiedAttributes(VerifiedAttributeType.PHONE_NUMBER)))
                .isEqualTo("InvalidParameterException: SMS configuration is required when phone_number is selected for"
                        + " auto verification");
    }

    @Test
    void recoveryMechanismsAreDistinct() {
        assertThat(refused(r -> r.accountRecoverySetting(a -> a.recoveryMechanisms(
                        mechanism(RecoveryOptionNameType.VERIFIED_EMAIL, 1),
                        mechanism(RecoveryOptionNameType.VERIFIED_PHONE_NUMBER, 1)))))
                .contains("cannot have duplicate priorities");
        assertThat(refused(r -> r.accountRecoverySetting(a -> a.recoveryMechanisms(
                        mechanism(RecoveryOptionNameType.VERIFIED_EMAIL, 1),
                        mechanism(RecoveryOptionNameType.ADMIN_ONLY, 2)))))
                .contains("cannot use admin_only");
    }

    private static RecoveryOptionType mechanism(RecoveryOptionNameType name, int priority) {
        return RecoveryOptionType.builder().name(name).priority(priority).build();
    }

    @Test
    void settingsThatContradictEachOtherAreRefused() {
        assertThat(refused(r -> r.userAttributeUpdateSettings(
                        u -> u.attributesRequireVerificationBeforeUpdate(VerifiedAttributeType.EMAIL))))
                .contains("must exist in AutoVerifiedAttributes");
        assertThat(refused(r -> r.emailConfiguration(e -> e.emailSendingAccount(EmailSendingAccountType.DEVELOPER))))
                .contains("Source ARN is required");
        assertThat(refused(
                        r -> r.policies(p -> p.signInPolicy(s -> s.allowedFirstAuthFactors(AuthFactorType.WEB_AUTHN)))))
                .contains("Password should be configured");
        assertThat(refused(r -> r.adminCreateUserConfig(a -> a.unusedAccountValidityDays(3))
                        .policies(p -> p.passwordPolicy(w -> w.temporaryPasswordValidityDays(3)))))
                .contains("Please use TemporaryPasswordValidityDays");
        assertThat(refused(r -> r.lambdaConfig(l ->
                        l.customSMSSender(c -> c.lambdaArn(FUNCTION + "sms").lambdaVersion("V1_0")))))
                .contains("KMSKeyId parameter is required");
        assertThat(refused(r -> r.lambdaConfig(l -> l.preTokenGeneration(FUNCTION + "one")
                        .preTokenGenerationConfig(
                                c -> c.lambdaArn(FUNCTION + "two").lambdaVersion("V2_0")))))
                .contains("different Lambda function ARN's");
    }

    @Test
    void featuresNeedTheirTier() {
        assertThat(refused(r -> r.userPoolTier(UserPoolTierType.LITE)
                        .policies(p -> p.signInPolicy(
                                s -> s.allowedFirstAuthFactors(AuthFactorType.PASSWORD, AuthFactorType.EMAIL_OTP)))))
                .startsWith("FeatureUnavailableInTierException");
        assertThat(refused(r -> r.userPoolTier(UserPoolTierType.LITE)
                        .lambdaConfig(l -> l.preTokenGenerationConfig(
                                c -> c.lambdaArn(FUNCTION + "two").lambdaVersion("V2_0")))))
                .contains("Pre-Token Generation Lambda V2_0");
    }

    @Test
    void fiftyTagsAreTheMost() {
        Map<String, String> tags = new HashMap<>();
        for (int i = 0; i < 51; i++) {
            tags.put("tag" + i, "");
        }
        assertThat(refused(r -> r.userPoolTags(tags))).startsWith("UserPoolTaggingException");
        tags.remove("tag0");
        assertThat(COGNITO.newPool(r -> r.userPoolTags(tags))).isNotEmpty();
    }
}
