package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.attribute;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFactorType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DefaultEmailOptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeletionProtectionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EmailSendingAccountType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

@ContractSuite
@Section(1)
class UpdatePoolContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    private static UserPoolType describe(String pool) {
        return SDK.describeUserPool(r -> r.userPoolId(pool)).userPool();
    }

    private static void update(String pool, Consumer<UpdateUserPoolRequest.Builder> changes) {
        SDK.updateUserPool(r -> changes.accept(r.userPoolId(pool)));
    }

    @Test
    void whatAnUpdateOmitsGetsItsDefault() {
        String id = COGNITO.newPool(r -> r.policies(p -> p.passwordPolicy(w -> w.minimumLength(20)))
                .userPoolTier(UserPoolTierType.LITE)
                .autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
                .userPoolTags(Map.of("team", "red")));

        update(id, r -> r.adminCreateUserConfig(a -> a.allowAdminCreateUserOnly(true)));

        UserPoolType pool = describe(id);
        assertThat(pool.adminCreateUserConfig().allowAdminCreateUserOnly()).isTrue();
        assertThat(pool.policies().passwordPolicy().minimumLength()).isEqualTo(8);
        assertThat(pool.policies().passwordPolicy().requireSymbols()).isTrue();
        assertThat(pool.policies().signInPolicy().allowedFirstAuthFactors()).containsExactly(AuthFactorType.PASSWORD);
        assertThat(pool.userPoolTier()).isEqualTo(UserPoolTierType.ESSENTIALS);
        assertThat(pool.hasAutoVerifiedAttributes()).isFalse();
        assertThat(pool.userPoolTags()).isEmpty();
        assertThat(pool.mfaConfiguration()).isEqualTo(UserPoolMfaType.OFF);
        assertThat(pool.deletionProtection()).isEqualTo(DeletionProtectionType.INACTIVE);
        assertThat(pool.emailConfiguration().emailSendingAccount()).isEqualTo(EmailSendingAccountType.COGNITO_DEFAULT);
        assertThat(pool.verificationMessageTemplate().defaultEmailOption())
                .isEqualTo(DefaultEmailOptionType.CONFIRM_WITH_CODE);
    }

    @Test
    void newPolicyHoldsForTheNextPassword() {
        String id = COGNITO.newPool();
        assertThat(refusal(() -> COGNITO.newUser(id, "eve", r -> r.temporaryPassword("simple"))))
                .startsWith("InvalidPasswordException");

        update(id, r -> r.policies(p -> p.passwordPolicy(w -> w.minimumLength(6))));

        COGNITO.newUser(id, "eve", r -> r.temporaryPassword("simple"));
        COGNITO.soon(() -> assertThat(describe(id).estimatedNumberOfUsers()).isEqualTo(1));
    }

    @Test
    void updateIsRefusedWhatCreationIsRefused() {
        String id = COGNITO.newPool();

        assertThat(refusal(() -> update(id, r -> r.mfaConfiguration(UserPoolMfaType.ON))))
                .isEqualTo("InvalidParameterException: Cannot turn MFA functionality ON, once the user pool has been"
                        + " created.");
        assertThat(refusal(() -> update(id, r -> r.userPoolAddOns(a -> a.advancedSecurityMode("ENFORCED")))))
                .startsWith("FeatureUnavailableInTierException");
        assertThat(refusal(() -> update("eu-central-1_none", r -> {}))).startsWith("ResourceNotFoundException");
        assertThat(refusal(() -> update(id, r -> r.poolName("a/b")))).contains("at 'poolName'");
        assertThat(describe(id).name()).isEqualTo("pool");
    }

    @Test
    void sharedPoolsAreNotTouchedByAnUpdateOfAnother() {
        String one = COGNITO.newPool();
        String other = COGNITO.newPool();
        COGNITO.newUser(other, "grace", attribute("email", "g@example.com"));

        update(one, r -> r.poolName("changed"));

        assertThat(describe(other).name()).isEqualTo("pool");
        assertThat(describe(one).estimatedNumberOfUsers()).isZero();
    }
}
