package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Which features cost more than the tier of a pool. */
final class TierRules {

    private static final String LITE = "LITE";

    private TierRules() {}

    /**
     * Checks a pool's own settings against its tier.
     *
     * @throws Refusal {@code FeatureUnavailableInTierException} naming the features
     */
    static void check(ObjectNode stated) {
        String tier = PoolRules.tier(stated);
        List<String> features = new ArrayList<>();
        if (tier.equals(LITE)) {
            addPaid(stated, features);
        }
        boolean protects = !stated.path("UserPoolAddOns")
                .path("AdvancedSecurityMode")
                .asText("OFF")
                .equals("OFF");
        if (protects && !tier.equals("PLUS")) {
            features.add("Threat Protection");
        }
        if (!features.isEmpty()) {
            throw unavailable("The following features need to be disabled for the " + tier
                    + " pricing tier configured: " + String.join(", ", features));
        }
    }

    private static void addPaid(ObjectNode stated, List<String> features) {
        if (stated.path("Policies")
                        .path("SignInPolicy")
                        .path("AllowedFirstAuthFactors")
                        .size()
                > 1) {
            features.add("Passwordless Sign-In");
        }
        String version = stated.path("LambdaConfig")
                .path("PreTokenGenerationConfig")
                .path("LambdaVersion")
                .asText("V1_0");
        if (!version.equals("V1_0")) {
            features.add("Token Customization with Pre-Token Generation Lambda " + version);
        }
    }

    /**
     * Checks that something beside the pool's own settings may be switched on.
     *
     * @throws Refusal {@code FeatureUnavailableInTierException}
     */
    static void requirePaid(PoolSettings settings, String feature) {
        if (settings.tier().equals(LITE)) {
            throw unavailable(
                    "The following feature is not available for the LITE pricing tier configured: " + feature);
        }
    }

    private static Refusal unavailable(String message) {
        return new Refusal("FeatureUnavailableInTierException", message);
    }
}
