package io.github.cognitoconnector.cognito;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminCreateUserConfigType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordPolicyType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/**
 * What a user pool asks of passwords.
 *
 * @param minimumLength in characters
 * @param temporaryPasswordValidityDays how long a temporary password may be used, from when it was set
 * @param passwordHistorySize how many earlier passwords may not come again
 * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html">PasswordPolicyType</a>
 */
@Schema(examples = """
                {"minimumLength": 8, "requireUppercase": true, "requireLowercase": true, "requireNumbers": true,
                 "requireSymbols": true, "temporaryPasswordValidityDays": 7, "passwordHistorySize": 0}""")
public record PasswordPolicy(
        int minimumLength,
        boolean requireUppercase,
        boolean requireLowercase,
        boolean requireNumbers,
        boolean requireSymbols,
        int temporaryPasswordValidityDays,
        int passwordHistorySize) {

    /** Cognito's own where a pool states none. */
    private static final int DEFAULT_MINIMUM_LENGTH = 8;

    private static final int DEFAULT_VALIDITY_DAYS = 7;

    static PasswordPolicy of(UserPoolType pool) {
        PasswordPolicyType stated =
                pool.policies() == null ? null : pool.policies().passwordPolicy();
        int days = validityDays(stated, pool.adminCreateUserConfig());
        return stated == null
                ? new PasswordPolicy(DEFAULT_MINIMUM_LENGTH, true, true, true, true, days, 0)
                : new PasswordPolicy(
                        stated.minimumLength() == null ? DEFAULT_MINIMUM_LENGTH : stated.minimumLength(),
                        Boolean.TRUE.equals(stated.requireUppercase()),
                        Boolean.TRUE.equals(stated.requireLowercase()),
                        Boolean.TRUE.equals(stated.requireNumbers()),
                        Boolean.TRUE.equals(stated.requireSymbols()),
                        days,
                        stated.passwordHistorySize() == null ? 0 : stated.passwordHistorySize());
    }

    /** To Cognito 0 days are its default; older pools state them elsewhere. */
    private static int validityDays(
            @Nullable PasswordPolicyType policy, @Nullable AdminCreateUserConfigType ofInvitations) {
        Integer days = policy == null ? null : policy.temporaryPasswordValidityDays();
        if (days == null && ofInvitations != null) {
            days = ofInvitations.unusedAccountValidityDays();
        }
        return days == null || days == 0 ? DEFAULT_VALIDITY_DAYS : days;
    }
}
