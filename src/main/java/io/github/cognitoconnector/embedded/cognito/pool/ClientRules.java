package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.Set;

/**
 * What the members of an app client owe each other and their pool. The service model says nothing of it; the words are
 * those that AWS has been seen to answer.
 */
final class ClientRules {

    private static final Set<String> NEVER_WRITTEN = Set.of("sub", "email_verified", "phone_number_verified");
    private static final String ALLOW = "ALLOW_";

    private final UserPool pool;
    private final AppClient client;
    private final String verb;

    private ClientRules(UserPool pool, AppClient client, String verb) {
        this.pool = pool;
        this.client = client;
        this.verb = verb;
    }

    /**
     * Checks a client as it would be.
     *
     * @param verb {@code creating} or {@code updating}, as some messages say it
     * @throws Refusal {@code InvalidParameterException}, {@code InvalidOAuthFlowException},
     *     {@code ScopeDoesNotExistException} or {@code FeatureUnavailableInTierException}
     */
    static void check(UserPool pool, AppClient client, String verb) {
        ClientRules rules = new ClientRules(pool, client, verb);
        rules.checkAuthFlows();
        TokenLife.check(client.stated());
        rules.checkAttributes();
        rules.checkProviders();
        OAuthRules.check(pool, client);
        rules.checkUserContext();
        checkAnalytics(client.stated().path("AnalyticsConfiguration"));
    }

    private void checkAuthFlows() {
        Set<String> flows = Set.copyOf(client.authFlows());
        boolean current = flows.stream().anyMatch(flow -> flow.startsWith(ALLOW));
        if (current && !flows.stream().allMatch(flow -> flow.startsWith(ALLOW))) {
            throw Refusal.invalidParameter(
                    "Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.");
        }
        if (flows.contains("ALLOW_USER_AUTH")) {
            TierRules.requirePaid(pool.settings(), "Choice-Based Sign-In");
        }
        // the guide: rotation "isn't compatible with" this flow
        if (client.refreshTokenRotation().enabled() && flows.contains("ALLOW_REFRESH_TOKEN_AUTH")) {
            throw Refusal.invalidParameter(
                    "Refresh token rotation cannot be enabled together with ALLOW_REFRESH_TOKEN_AUTH.");
        }
    }

    private void checkAttributes() {
        Schema schema = pool.settings().schema();
        for (String name : client.readableAttributes().orElse(Set.of())) {
            if (!schema.has(name)) {
                throw Refusal.invalidParameter("Invalid read attributes specified while " + verb + " a client");
            }
        }
        for (String name : client.writableAttributes().orElse(Set.of())) {
            if (!schema.has(name) || NEVER_WRITTEN.contains(name) || name.startsWith(Schema.DEVELOPER)) {
                throw Refusal.invalidParameter("Invalid write attributes specified while " + verb + " a client");
            }
        }
    }

    private void checkProviders() {
        for (JsonNode provider : client.stated().path("SupportedIdentityProviders")) {
            String name = provider.asText();
            if (!name.equals(IdentityProviders.OWN)
                    && pool.identityProviders().find(name).isEmpty()) {
                throw Refusal.invalidParameter(
                        "The provider %s does not exist for User Pool %s.".formatted(name, pool.id()));
            }
        }
    }

    private void checkUserContext() {
        ObjectNode stated = client.stated();
        if (stated.path("EnablePropagateAdditionalUserContextData").asBoolean(false) && !client.hasSecret()) {
            throw Refusal.invalidParameter(
                    "Client Secret is required to set EnablePropagateAdditionalUserContextData as true");
        }
    }

    private static void checkAnalytics(JsonNode analytics) {
        boolean byArn = analytics.has("ApplicationArn");
        boolean any = analytics.has("ApplicationId") || analytics.has("RoleArn") || analytics.has("ExternalId");
        boolean all = analytics.has("ApplicationId") && analytics.has("RoleArn") && analytics.has("ExternalId");
        if ((byArn && any) || (any && !all)) {
            throw Refusal.invalidParameter("Invalid analytics configuration given, either <application arn> or"
                    + " <application id, role arn, external id> are valid");
        }
    }
}
