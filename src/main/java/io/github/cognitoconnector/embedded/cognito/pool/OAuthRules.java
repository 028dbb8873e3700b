package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Which flows, scopes and addresses a client may have. */
final class OAuthRules {

    private static final Pattern PLAIN_HTTP = Pattern.compile("(?i)http://.*");
    private static final Pattern LOCAL = Pattern.compile("(?i)http://(localhost|127\\.0\\.0\\.1|\\[::1])([:/?].*)?");

    private OAuthRules() {}

    /**
     * Checks what a client says about OAuth.
     *
     * @throws Refusal {@code InvalidOAuthFlowException}, {@code ScopeDoesNotExistException} or
     *     {@code InvalidParameterException}
     */
    static void check(UserPool pool, AppClient client) {
        ObjectNode stated = client.stated();
        checkFlows(stated, client);
        for (String scope : client.scopes()) {
            if (!pool.resourceServers().knowScope(scope)) {
                throw new Refusal("ScopeDoesNotExistException", "Invalid scope requested: " + scope);
            }
        }
        stated.path("CallbackURLs").forEach(url -> checkUrl(url.asText()));
        stated.path("LogoutURLs").forEach(url -> checkUrl(url.asText()));
        JsonNode standard = stated.path("DefaultRedirectURI");
        if (standard.isTextual() && !PoolRules.contains(stated.path("CallbackURLs"), standard.asText())) {
            throw Refusal.invalidParameter(
                    "The default redirect URI " + standard.asText() + " is not in the callback URIs list.");
        }
    }

    private static void checkFlows(ObjectNode stated, AppClient client) {
        JsonNode flows = stated.path("AllowedOAuthFlows");
        boolean on = stated.path("AllowedOAuthFlowsUserPoolClient").asBoolean(false);
        if (PoolRules.contains(flows, "client_credentials")) {
            checkMachine(flows, client.hasSecret());
        }
        if (on && (flows.isEmpty() || stated.path("AllowedOAuthScopes").isEmpty())) {
            throw invalidFlow("AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to"
                    + " use OAuth flows.");
        }
        boolean redirects = PoolRules.contains(flows, "code") || PoolRules.contains(flows, "implicit");
        if (on && redirects && stated.path("CallbackURLs").isEmpty()) {
            throw invalidFlow("CallbackUrls can not be empty when code flow or implicit flow is selected");
        }
    }

    private static void checkMachine(JsonNode flows, boolean secret) {
        if (flows.size() > 1) {
            throw invalidFlow("client_credentials flow can not be selected along with code flow or implicit flow.");
        }
        if (!secret) {
            throw invalidFlow("client_credentials flow can not be selected if client does not have a client secret.");
        }
    }

    private static void checkUrl(String url) {
        if (url.contains("#")) {
            throw Refusal.invalidParameter(url + " cannot use fragment");
        }
        if (PLAIN_HTTP.matcher(url).matches() && !LOCAL.matcher(url).matches()) {
            throw Refusal.invalidParameter(url + " cannot use the HTTP protocol.");
        }
        if (!isAbsolute(url)) {
            throw Refusal.invalidParameter(url + " is not an absolute URI.");
        }
    }

    private static boolean isAbsolute(String url) {
        try {
            return new URI(url).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Refusal invalidFlow(String message) {
        return new Refusal("InvalidOAuthFlowException", message);
    }
}
