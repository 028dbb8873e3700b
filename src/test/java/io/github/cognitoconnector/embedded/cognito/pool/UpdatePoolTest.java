package io.github.cognitoconnector.embedded.cognito.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFactorType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeletionProtectionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EmailSendingAccountType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RecoveryOptionNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RecoveryOptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

class UpdatePoolTest {

    private static final String ROLE = "arn:aws:iam::123456789012:role/sms";
    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    private static UserPoolType describe(String pool) {
        return SDK.describeUserPool(r -> r.userPoolId(pool)).userPool();
    }

    private static void update(String pool, Consumer<UpdateUserPoolRequest.Builder> changes) {
        SDK.updateUserPool(r -> changes.accept(r.userPoolId(pool)));
    }

    private static SchemaAttributeType custom(String name) {
        return SchemaAttributeType.builder()
                .name(name)
                .attributeDataType("String")
                .build();
    }

    @Test
    void everySettingIsRepeatedAsItWasStated() {
        String id = COGNITO.newPool(r -> r.policies(
                        p -> p.passwordPolicy(w -> w.minimumLength(10).passwordHistorySize(5))
                                .signInPolicy(s ->
                                        s.allowedFirstAuthFactors(AuthFactorType.PASSWORD, AuthFactorType.EMAIL_OTP)))
                .deletionProtection(DeletionProtectionType.ACTIVE)
                .autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
                .accountRecoverySetting(a -> a.recoveryMechanisms(RecoveryOptionType.builder()
                        .name(RecoveryOptionNameType.VERIFIED_EMAIL)
                        .priority(1)
                        .build()))
                .userAttributeUpdateSettings(
                        u -> u.attributesRequireVerificationBeforeUpdate(VerifiedAttributeType.EMAIL))
                .adminCreateUserConfig(a -> a.allowAdminCreateUserOnly(true)
                        .inviteMessageTemplate(m -> m.emailSubject("Welcome").emailMessage("{username} {####}")))
                .verificationMessageTemplate(v -> v.emailSubject("Code").emailMessage("It is {####}."))
                .deviceConfiguration(d -> d.challengeRequiredOnNewDevice(true))
                .emailConfiguration(e -> e.emailSendingAccount(EmailSendingAccountType.DEVELOPER)
                        .sourceArn("arn:aws:ses:eu-west-1:123456789012:identity/a@example.com")
                        .from("Us <a@example.com>"))
                .smsConfiguration(s -> s.snsCallerArn(ROLE).externalId("x"))
                .lambdaConfig(l -> l.preSignUp("arn:aws:lambda:eu-central-1:123456789012:function:check"))
                .userPoolAddOns(a -> a.advancedSecurityMode("AUDIT"))
                .userPoolTier(UserPoolTierType.PLUS)
                .userPoolTags(Map.of("team", "red")));

        UserPoolType pool = describe(id);
        assertThat(pool.policies().passwordPolicy().passwordHistorySize()).isEqualTo(5);
        assertThat(pool.policies().signInPolicy().allowedFirstAuthFactors())
                .containsExactly(AuthFactorType.PASSWORD, AuthFactorType.EMAIL_OTP);
        assertThat(pool.deletionProtection()).isEqualTo(DeletionProtectionType.ACTIVE);
        assertThat(pool.autoVerifiedAttributes()).containsExactly(VerifiedAttributeType.EMAIL);
        assertThat(pool.accountRecoverySetting().recoveryMechanisms()).hasSize(1);
        assertThat(pool.userAttributeUpdateSettings().attributesRequireVerificationBeforeUpdate())
                .containsExactly(VerifiedAttributeType.EMAIL);
        assertThat(pool.adminCreateUserConfig().allowAdminCreateUserOnly()).isTrue();
        assertThat(pool.adminCreateUserConfig().inviteMessageTemplate().emailSubject())
                .isEqualTo("Welcome");
        assertThat(pool.verificationMessageTemplate().emailMessage()).isEqualTo("It is {####}.");
        assertThat(pool.emailVerificationMessage()).isEqualTo("It is {####}.");
        assertThat(pool.deviceConfiguration().challengeRequiredOnNewDevice()).isTrue();
        assertThat(pool.emailConfiguration().from()).isEqualTo("Us <a@example.com>");
        assertThat(pool.smsConfiguration().snsCallerArn()).isEqualTo(ROLE);
        assertThat(pool.lambdaConfig().preSignUp()).endsWith(":check");
        assertThat(pool.userPoolAddOns().advancedSecurityModeAsString()).isEqualTo("AUDIT");
        assertThat(pool.userPoolTier()).isEqualTo(UserPoolTierType.PLUS);
        assertThat(pool.userPoolTags()).containsExactly(Map.entry("team", "red"));
    }

    @Test
    void nameChangesAndWhatIsFixedStays() {
        COGNITO.put("clock", "{\"offsetSeconds\":0}");
        String id = COGNITO.newPool(r -> r.usernameAttributes(UsernameAttributeType.EMAIL)
                .usernameConfiguration(c -> c.caseSensitive(false))
                .schema(custom("plan")));
        UserPoolType before = describe(id);

        COGNITO.put("clock", "{\"offsetSeconds\":60}");
        update(id, r -> r.poolName("renamed"));

        UserPoolType after = describe(id);
        COGNITO.put("clock", "{\"offsetSeconds\":0}");
        assertThat(after.name()).isEqualTo("renamed");
        assertThat(after.creationDate()).isEqualTo(before.creationDate());
        assertThat(after.lastModifiedDate()).isAfter(before.lastModifiedDate());
        assertThat(after.usernameAttributes()).containsExactly(UsernameAttributeType.EMAIL);
        assertThat(after.usernameConfiguration().caseSensitive()).isFalse();
        assertThat(after.schemaAttributes()).isEqualTo(before.schemaAttributes());
        update(id, r -> {});
        assertThat(describe(id).name()).isEqualTo("renamed");
    }

    @Test
    void changesAtTheSameTimeLoseNothing() {
        String id = COGNITO.newPool();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                String name = "a" + i;
                threads.execute(
                        () -> SDK.addCustomAttributes(r -> r.userPoolId(id).customAttributes(custom(name))));
                threads.execute(() ->
                        SDK.tagResource(r -> r.resourceArn(describe(id).arn()).tags(Map.of(name, ""))));
            }
        }

        assertThat(describe(id).schemaAttributes()).hasSize(60);
        assertThat(describe(id).userPoolTags()).hasSize(40);
    }
}
