package io.github.cognitoconnector.embedded.cognito.federation;

import java.util.Map;

/** What the API reference shows that Cognito adds to the details of social providers. */
final class SocialProviders {

    private static final String DEFAULT_GRAPH = "v17.0";

    private SocialProviders() {}

    static void facebook(Map<String, String> details) {
        String version = details.computeIfAbsent("api_version", key -> DEFAULT_GRAPH);
        details.put("attributes_url", "https://graph.facebook.com/" + version + "/me?fields=");
        details.put("attributes_url_add_attributes", "true");
        details.put("authorize_url", "https://www.facebook.com/" + version + "/dialog/oauth");
        details.put("token_request_method", "GET");
        details.put("token_url", "https://graph.facebook.com/" + version + "/oauth/access_token");
    }

    static void google(Map<String, String> details) {
        details.put("attributes_url", "https://people.googleapis.com/v1/people/me?personFields=");
        details.put("attributes_url_add_attributes", "true");
        details.put("authorize_url", "https://accounts.google.com/o/oauth2/v2/auth");
        details.put("oidc_issuer", "https://accounts.google.com");
        details.put("token_request_method", "POST");
        details.put("token_url", "https://www.googleapis.com/oauth2/v4/token");
    }

    static void amazon(Map<String, String> details) {
        details.put("attributes_url", "https://api.amazon.com/user/profile");
        details.put("attributes_url_add_attributes", "false");
        details.put("authorize_url", "https://www.amazon.com/ap/oa");
        details.put("token_request_method", "POST");
        details.put("token_url", "https://api.amazon.com/auth/o2/token");
    }

    /** The private key is not shown again. */
    static void apple(Map<String, String> details) {
        details.remove("private_key");
        details.put("attributes_url_add_attributes", "false");
        details.put("authorize_url", "https://appleid.apple.com/auth/authorize");
        details.put("oidc_issuer", "https://appleid.apple.com");
        details.put("token_request_method", "POST");
        details.put("token_url", "https://appleid.apple.com/auth/token");
    }
}
