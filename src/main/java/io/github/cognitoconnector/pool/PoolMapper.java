package io.github.cognitoconnector.pool;

import io.github.cognitoconnector.cognito.PoolSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeletionProtectionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeviceConfigurationType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EmailSendingAccountType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RecoveryOptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** Cognito's user pools as ours. */
final class PoolMapper {

    private PoolMapper() {}

    static PoolFacts toFacts(UserPoolType pool) {
        return new PoolFacts(
                PoolSettings.of(pool),
                pool.deletionProtection() == DeletionProtectionType.ACTIVE,
                pool.mfaConfiguration() == null ? "OFF" : pool.mfaConfigurationAsString(),
                recovery(pool),
                Set.copyOf(pool.autoVerifiedAttributesAsStrings()),
                pool.userAttributeUpdateSettings() == null
                        ? Set.of()
                        : Set.copyOf(pool.userAttributeUpdateSettings()
                                .attributesRequireVerificationBeforeUpdateAsStrings()),
                pool.adminCreateUserConfig() == null
                        || !Boolean.TRUE.equals(pool.adminCreateUserConfig().allowAdminCreateUserOnly()),
                deviceChallenge(pool.deviceConfiguration()),
                pool.emailConfiguration() == null
                        || pool.emailConfiguration().emailSendingAccount() != EmailSendingAccountType.DEVELOPER);
    }

    private static Optional<List<String>> recovery(UserPoolType pool) {
        return Optional.ofNullable(pool.accountRecoverySetting())
                .filter(setting -> setting.hasRecoveryMechanisms())
                .map(setting -> setting.recoveryMechanisms().stream()
                        .map(RecoveryOptionType::nameAsString)
                        .toList());
    }

    /** Devices are tracked where either member is set at all. */
    private static Optional<Boolean> deviceChallenge(@Nullable DeviceConfigurationType devices) {
        return devices == null
                        || (devices.challengeRequiredOnNewDevice() == null
                                && devices.deviceOnlyRememberedOnUserPrompt() == null)
                ? Optional.empty()
                : Optional.of(Boolean.TRUE.equals(devices.challengeRequiredOnNewDevice()));
    }
}
