package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.HashSet;
import java.util.Set;

/**
 * What the members of CreateUserPool and UpdateUserPool owe each other. The service model says nothing of it; the words
 * are those that AWS has been seen to answer.
 */
final class PoolRules {

    private static final int MAX_TAGS = 50;

    private PoolRules() {}

    /**
     * Checks what creation and update have in common.
     *
     * @throws Refusal {@code InvalidParameterException} or {@code FeatureUnavailableInTierException}
     */
    static void check(ObjectNode stated) {
        checkVerification(stated);
        checkRecovery(stated.path("AccountRecoverySetting").path("RecoveryMechanisms"));
        checkTemporaryDays(stated);
        checkTags(stated.path("UserPoolTags"));
        if (stated.path("EmailConfiguration")
                        .path("EmailSendingAccount")
                        .asText()
                        .equals("DEVELOPER")
                && !stated.path("EmailConfiguration").has("SourceArn")) {
            throw Refusal.invalidParameter("Source ARN is required to use DEVELOPER email sending owner");
        }
        JsonNode factors = stated.path("Policies").path("SignInPolicy").path("AllowedFirstAuthFactors");
        if (!factors.isMissingNode() && !contains(factors, "PASSWORD")) {
            throw Refusal.invalidParameter("Password should be configured as one of the allowed first auth factors.");
        }
        TierRules.check(stated);
        LambdaRules.check(stated.path("LambdaConfig"));
    }

    /** What only creation can get wrong. */
    static void checkNew(ObjectNode stated) {
        if (stated.has("UsernameAttributes") && stated.has("AliasAttributes")) {
            throw Refusal.invalidParameter(
                    "Only one of the aliasAttributes or usernameAttributes can be set in a User pool.");
        }
        if (MfaSettings.mode(stated) != MfaSettings.Mode.OFF && !stated.has("SmsConfiguration")) {
            throw Refusal.invalidParameter("SMS configuration and Auto verification for phone_number are required when"
                    + " MFA is required/optional");
        }
        check(stated);
    }

    private static void checkVerification(ObjectNode stated) {
        JsonNode verified = stated.path("AutoVerifiedAttributes");
        if (contains(verified, "phone_number") && !stated.has("SmsConfiguration")) {
            throw Refusal.invalidParameter(
                    "SMS configuration is required when phone_number is selected for auto verification");
        }
        for (JsonNode before :
                stated.path("UserAttributeUpdateSettings").path("AttributesRequireVerificationBeforeUpdate")) {
            if (!contains(verified, before.asText())) {
                throw Refusal.invalidParameter("All attributes in AttributesRequireVerificationBeforeUpdate must exist"
                        + " in AutoVerifiedAttributes");
            }
        }
    }

    private static void checkRecovery(JsonNode mechanisms) {
        Set<String> seen = new HashSet<>();
        for (JsonNode mechanism : mechanisms) {
            if (!seen.add(mechanism.path("Name").asText())
                    || !seen.add(mechanism.path("Priority").asText())) {
                throw Refusal.invalidParameter(
                        "Account Recovery Setting cannot have duplicate priorities or recovery mechanisms.");
            }
        }
        if (mechanisms.size() > 1 && seen.contains("admin_only")) {
            throw Refusal.invalidParameter(
                    "Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.");
        }
    }

    private static void checkTemporaryDays(ObjectNode stated) {
        int older = stated.path("AdminCreateUserConfig")
                .path("UnusedAccountValidityDays")
                .asInt(0);
        if (older > 0 && stated.path("Policies").path("PasswordPolicy").has("TemporaryPasswordValidityDays")) {
            throw Refusal.invalidParameter("Please use TemporaryPasswordValidityDays in PasswordPolicy instead of"
                    + " UnusedAccountValidityDays");
        }
    }

    /** At most 50, as TagResource says. */
    static void checkTags(JsonNode tags) {
        if (tags.size() > MAX_TAGS) {
            throw new Refusal("UserPoolTaggingException", "A user pool can have at most " + MAX_TAGS + " tags.");
        }
    }

    static String tier(ObjectNode stated) {
        return stated.path("UserPoolTier").asText("ESSENTIALS");
    }

    static boolean contains(JsonNode texts, String wanted) {
        for (JsonNode text : texts) {
            if (text.asText().equals(wanted)) {
                return true;
            }
        }
        return false;
    }
}
