package io.github.cognitoconnector.embedded.cognito.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.message.Message.Medium;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The settings of a pool that bear on what users do with their accounts.
 *
 * @param stated as CreateUserPool or UpdateUserPool stated them
 */
public record AccountRules(JsonNode stated) {

    public static AccountRules of(UserPool pool) {
        return new AccountRules(pool.settings().stated());
    }

    public boolean administratorsCreateOnly() {
        return stated.path("AdminCreateUserConfig")
                .path("AllowAdminCreateUserOnly")
                .asBoolean(false);
    }

    /** Whether Cognito itself sends a code to a new address. */
    public boolean autoVerifies(Medium medium) {
        return elements("AutoVerifiedAttributes").anyMatch(name -> name.asText().equals(medium.attribute()));
    }

    /** Whether a code that is sent lets users in instead of a password. */
    public boolean admitsCodesFirst() {
        JsonNode factors = stated.path("Policies").path("SignInPolicy").path("AllowedFirstAuthFactors");
        return StreamSupport.stream(factors.spliterator(), false)
                .anyMatch(factor -> factor.asText().endsWith("_OTP"));
    }

    /** How many passwords, the current one among them, may not be used again. */
    int rememberedPasswords() {
        return stated.path("Policies")
                .path("PasswordPolicy")
                .path("PasswordHistorySize")
                .asInt(0);
    }

    /** Whether users of the pool cannot reset their own passwords. */
    boolean administratorsRecoverOnly() {
        return mechanisms().contains("admin_only");
    }

    boolean statesRecovery() {
        return !mechanisms().isEmpty();
    }

    /** By which medium a password is reset, in order; the number comes first in a pool that states nothing. */
    List<Medium> recoveryMediums() {
        if (!statesRecovery()) {
            return List.of(Medium.SMS, Medium.EMAIL);
        }
        return mechanisms().stream()
                .flatMap(name ->
                        Stream.of(Medium.values()).filter(medium -> name.equals("verified_" + medium.attribute())))
                .toList();
    }

    private List<String> mechanisms() {
        JsonNode mechanisms = stated.path("AccountRecoverySetting").path("RecoveryMechanisms");
        return StreamSupport.stream(mechanisms.spliterator(), false)
                .sorted(Comparator.comparingInt(
                        mechanism -> mechanism.path("Priority").asInt(0)))
                .map(mechanism -> mechanism.path("Name").asText())
                .toList();
    }

    private Stream<JsonNode> elements(String member) {
        return StreamSupport.stream(stated.path(member).spliterator(), false);
    }
}
