package io.github.cognitoconnector.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.testing.Apps;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RecoveryOptionNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RecoveryOptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

class PoolCheckTest {

    private static final App APP = Apps.plain();

    @Test
    void aPoolInOrderHasNoFindings() {
        assertThat(codes(APP, pool -> {})).isEmpty();
    }

    @Test
    void whatCannotBeChanged() {
        assertThat(codes(APP, pool -> pool.usernameConfiguration(c -> c.caseSensitive(true))))
                .containsExactly("case-sensitive-usernames");
        assertThat(findings(APP, pool -> pool.aliasAttributes(AliasAttributeType.EMAIL)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.code()).isEqualTo("sign-in-is-fixed");
                    assertThat(found.detail()).contains("sign in by email");
                });
        assertThat(findings(
                        APP,
                        pool -> pool.schemaAttributes(
                                attribute("sub", true, false),
                                attribute("name", true, true),
                                attribute("custom:plan", false, false))))
                .extracting(Finding::code, Finding::subject)
                .containsExactlyInAnyOrder(
                        tuple("attribute-is-immutable", "custom:plan"), tuple("required-attributes", Apps.POOL));
    }

    @Test
    void whatProtectsAPool() {
        assertThat(codes(APP, pool -> pool.deletionProtection("INACTIVE"))).containsExactly("deletion-protection-off");
        assertThat(codes(APP, pool -> pool.mfaConfiguration("OFF"))).containsExactly("no-mfa");
        assertThat(codes(APP, pool -> pool.mfaConfiguration("OPTIONAL"))).containsExactly("optional-mfa");
        assertThat(codes(APP, pool -> pool.deviceConfiguration(d -> d.deviceOnlyRememberedOnUserPrompt(true))))
                .containsExactly("devices-are-tracked");
        assertThat(codes(APP, pool -> pool.deviceConfiguration(d -> d.challengeRequiredOnNewDevice(true))))
                .containsExactly("devices-replace-mfa");
    }

    @Test
    void whatBecomesOfPasswords() {
        assertThat(codes(APP, pool -> policy(pool, 6, 7))).containsExactly("short-passwords");
        assertThat(findings(APP, pool -> policy(pool, 12, 1)))
                .singleElement()
                .satisfies(found -> assertThat(found.detail()).contains("good for 1 day only"));
        assertThat(codes(APP, pool -> policy(pool, 12, 90))).containsExactly("temporary-password-long");
        assertThat(codes(APP, pool -> pool.accountRecoverySetting(a -> a.recoveryMechanisms(by("admin_only")))))
                .containsExactly("no-account-recovery");
        assertThat(codes(APP, pool -> pool.autoVerifiedAttributes(List.of()))).containsExactly("nothing-is-verified");
    }

    @Test
    void whoMayComeIn() {
        assertThat(codes(APP, pool -> pool.adminCreateUserConfig(c -> c.allowAdminCreateUserOnly(false))))
                .containsExactly("anybody-may-enter");
        assertThat(codes(
                        Apps.withEmailDomains("example.com"),
                        pool -> pool.adminCreateUserConfig(c -> c.allowAdminCreateUserOnly(false))))
                .contains("email-domains-bypassed");
        assertThat(codes(
                        Apps.withEmailDomains("example.com"),
                        pool -> pool.autoVerifiedAttributes(VerifiedAttributeType.PHONE_NUMBER)))
                .containsExactly("email-domains-unverified");
    }

    @Test
    void whereMailsGo() {
        assertThat(codes(APP, pool -> pool.emailConfiguration(e -> e.emailSendingAccount("COGNITO_DEFAULT"))))
                .containsExactly("cognito-sends-mail");
        assertThat(codes(
                        APP,
                        pool -> pool.userAttributeUpdateSettings(
                                u -> u.attributesRequireVerificationBeforeUpdate(List.of()))))
                .containsExactly("email-changes-unverified");
    }

    private static void policy(UserPoolType.Builder pool, int length, int days) {
        pool.policies(p -> p.passwordPolicy(w -> w.minimumLength(length).temporaryPasswordValidityDays(days)));
    }

    private static SchemaAttributeType attribute(String name, boolean required, boolean mutable) {
        return SchemaAttributeType.builder()
                .name(name)
                .required(required)
                .mutable(mutable)
                .build();
    }

    private static RecoveryOptionType by(String name) {
        return RecoveryOptionType.builder()
                .name(RecoveryOptionNameType.fromValue(name))
                .priority(1)
                .build();
    }

    private static List<String> codes(App app, Consumer<UserPoolType.Builder> changes) {
        return findings(app, changes).stream().map(Finding::code).toList();
    }

    /** Of a pool with nothing to find, but for the changes. */
    private static List<Finding> findings(App app, Consumer<UserPoolType.Builder> changes) {
        UserPoolType.Builder pool = UserPoolType.builder()
                .usernameConfiguration(c -> c.caseSensitive(false))
                .deletionProtection("ACTIVE")
                .mfaConfiguration("ON")
                .autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
                .userAttributeUpdateSettings(
                        u -> u.attributesRequireVerificationBeforeUpdate(VerifiedAttributeType.EMAIL))
                .accountRecoverySetting(a -> a.recoveryMechanisms(by("verified_email")))
                .adminCreateUserConfig(c -> c.allowAdminCreateUserOnly(true))
                .emailConfiguration(e -> e.emailSendingAccount("DEVELOPER"));
        changes.accept(pool);
        return new PoolCheck(app, PoolMapper.toFacts(pool.build())).findings().toList();
    }
}
