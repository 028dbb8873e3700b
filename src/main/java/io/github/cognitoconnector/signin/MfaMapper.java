package io.github.cognitoconnector.signin;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EmailMfaSettingsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SMSMfaSettingsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SoftwareTokenMfaSettingsType;

/** Second factors as Cognito has them: read as names, written as a member for each. */
final class MfaMapper {

    private MfaMapper() {}

    static MfaStanding toStanding(AdminGetUserResponse user) {
        Map<String, String> attributes = user.userAttributes().stream()
                .filter(a -> a.value() != null && !a.value().isEmpty())
                .collect(Collectors.toMap(AttributeType::name, AttributeType::value, (first, again) -> first));
        Mfa mfa = new Mfa(user.userMFASettingList(), user.preferredMfaSetting());
        return new MfaStanding(attributes.get("sub"), mfa, Set.copyOf(attributes.keySet()));
    }

    /** Null, as the others, for a factor that the change does not name. */
    static @Nullable SMSMfaSettingsType sms(MfaChange change) {
        return change.names(MfaFactor.SMS_MFA)
                ? SMSMfaSettingsType.builder()
                        .enabled(change.on().contains(MfaFactor.SMS_MFA))
                        .preferredMfa(change.preferred() == MfaFactor.SMS_MFA)
                        .build()
                : null;
    }

    static @Nullable EmailMfaSettingsType email(MfaChange change) {
        return change.names(MfaFactor.EMAIL_OTP)
                ? EmailMfaSettingsType.builder()
                        .enabled(change.on().contains(MfaFactor.EMAIL_OTP))
                        .preferredMfa(change.preferred() == MfaFactor.EMAIL_OTP)
                        .build()
                : null;
    }

    static @Nullable SoftwareTokenMfaSettingsType softwareToken(MfaChange change) {
        return change.names(MfaFactor.SOFTWARE_TOKEN_MFA)
                ? SoftwareTokenMfaSettingsType.builder()
                        .enabled(change.on().contains(MfaFactor.SOFTWARE_TOKEN_MFA))
                        .preferredMfa(change.preferred() == MfaFactor.SOFTWARE_TOKEN_MFA)
                        .build()
                : null;
    }
}
