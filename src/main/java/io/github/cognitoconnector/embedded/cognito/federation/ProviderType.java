package io.github.cognitoconnector.embedded.cognito.federation;

import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The kinds of identity provider, what each must state, and what Cognito adds when it describes one. */
enum ProviderType {
    SAML("SAML", false),
    OIDC("OIDC", false),
    FACEBOOK("Facebook", true),
    GOOGLE("Google", true),
    AMAZON("LoginWithAmazon", true),
    APPLE("SignInWithApple", true);

    private final String word;
    private final boolean social;

    ProviderType(String word, boolean social) {
        this.word = word;
        this.social = social;
    }

    private List<String> requiredKeys() {
        return switch (this) {
            case SAML -> List.of();
            case OIDC -> List.of("client_id", "authorize_scopes", "oidc_issuer", "attributes_request_method");
            case FACEBOOK, GOOGLE, AMAZON -> List.of("client_id", "client_secret", "authorize_scopes");
            case APPLE -> List.of("client_id", "private_key", "team_id", "key_id", "authorize_scopes");
        };
    }

    private String complaint() {
        return switch (this) {
            case OIDC ->
                "clientId, authorizeScopes, oidcIssuer and attributesRequestMethod are all required idp details.";
            case APPLE -> "clientId, privateKey, teamId, and keyId are all required idp details.";
            default -> "clientId, clientSecret and authorizeScopes are all required idp details.";
        };
    }

    static String[] words() {
        return Arrays.stream(values()).map(type -> type.word).toArray(String[]::new);
    }

    /** The type of a word out of {@link #words()}. */
    static ProviderType of(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word.equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** A social provider is called like its type, and nothing else is. */
    boolean admitsName(String name) {
        return social
                ? name.equals(word)
                : Arrays.stream(values()).noneMatch(type -> type.social && type.word.equals(name));
    }

    /**
     * Checks the details of a new or changed provider.
     *
     * @throws Refusal {@code InvalidParameterException} in the words that AWS has been seen to answer
     */
    void check(Map<String, String> details) {
        if (!details.keySet().containsAll(requiredKeys())) {
            throw Refusal.invalidParameter(complaint());
        }
        if (this == SAML) {
            checkMetadata(details);
        }
        if (this == OIDC) {
            checkOidc(details);
        }
    }

    private static void checkMetadata(Map<String, String> details) {
        boolean url = details.containsKey("MetadataURL");
        boolean file = details.containsKey("MetadataFile");
        if (!url && !file) {
            throw Refusal.invalidParameter("At least one of the MetadataURL or MetadataFile should be provided.");
        }
        if (url && file) {
            throw Refusal.invalidParameter("Only one of the MetadataURL or MetadataFile should be provided.");
        }
    }

    private static void checkOidc(Map<String, String> details) {
        String method = details.getOrDefault("attributes_request_method", "");
        if (!List.of("POST", "GET").contains(method)) {
            throw Refusal.invalidParameter("1 validation error detected: Value '" + method
                    + "' at 'attributesRequestMethod' failed to satisfy constraint: Member must satisfy enum value set:"
                    + " [POST, GET]");
        }
        if (!details.getOrDefault("oidc_issuer", "").startsWith("https://")) {
            throw Refusal.invalidParameter("OIDC endpoint must start with https://");
        }
    }

    /** The details as a description shows them. */
    Map<String, String> described(Map<String, String> details) {
        Map<String, String> shown = new LinkedHashMap<>(details);
        switch (this) {
            case SAML -> shown.remove("ActiveEncryptionCertificate");
            case OIDC -> shown.putIfAbsent("attributes_url_add_attributes", "false");
            case FACEBOOK -> SocialProviders.facebook(shown);
            case GOOGLE -> SocialProviders.google(shown);
            case AMAZON -> SocialProviders.amazon(shown);
            case APPLE -> SocialProviders.apple(shown);
        }
        return shown;
    }
}
