package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateIdentityProviderRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.IdentityProviderType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ProviderDescription;

@ContractSuite
@Section(1)
class IdentityProviderContractTest {

    private static final Map<String, String> OIDC = Map.of(
            "client_id", "us",
            "client_secret", "secret",
            "authorize_scopes", "openid email",
            "oidc_issuer", "https://login.example.com",
            // with these nobody looks for the document of the issuer
            "authorize_url", "https://login.example.com/authorize",
            "token_url", "https://login.example.com/token",
            "attributes_url", "https://login.example.com/attributes",
            "jwks_uri", "https://login.example.com/keys",
            "attributes_request_method", "GET");
    private static final Map<String, String> SOCIAL =
            Map.of("client_id", "us", "client_secret", "secret", "authorize_scopes", "email");
    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    private static IdentityProviderType create(
            String pool, String type, String name, Consumer<CreateIdentityProviderRequest.Builder> more) {
        return SDK.createIdentityProvider(r -> more.accept(r.userPoolId(pool)
                        .providerName(name)
                        .providerType(type)
                        .providerDetails(type.equals("OIDC") ? OIDC : SOCIAL)))
                .identityProvider();
    }

    private static String refused(
            String pool, String type, String name, Consumer<CreateIdentityProviderRequest.Builder> more) {
        return refusal(() -> create(pool, type, name, more));
    }

    private static Map<String, String> without(Map<String, String> details, String key) {
        Map<String, String> rest = new HashMap<>(details);
        rest.remove(key);
        return rest;
    }

    private static Map<String, String> with(Map<String, String> details, String key, String value) {
        Map<String, String> more = new HashMap<>(details);
        more.put(key, value);
        return more;
    }

    @Test
    void providerIsDescribedAsItWasMade() {
        String pool = COGNITO.newPool();

        IdentityProviderType created = create(
                pool,
                "OIDC",
                "Corporate",
                r -> r.attributeMapping(Map.of("email", "mail", "username", "sub"))
                        .idpIdentifiers("corp", "example.com"));

        IdentityProviderType described = SDK.describeIdentityProvider(
                        r -> r.userPoolId(pool).providerName("Corporate"))
                .identityProvider();
        assertThat(described).isEqualTo(created);
        assertThat(described.userPoolId()).isEqualTo(pool);
        assertThat(described.providerDetails())
                .containsAllEntriesOf(OIDC)
                .containsEntry("attributes_url_add_attributes", "false");
        assertThat(described.attributeMapping()).isEqualTo(Map.of("email", "mail", "username", "sub"));
        assertThat(SDK.getIdentityProviderByIdentifier(r -> r.userPoolId(pool).idpIdentifier("example.com"))
                        .identityProvider())
                .isEqualTo(created);
    }

    @Test
    void socialProviderIsCalledLikeItsTypeAndGetsItsAddresses() {
        String pool = COGNITO.newPool();

        assertThat(refused(pool, "Google", "MyGoogle", r -> {}))
                .isEqualTo("InvalidParameterException: Provider MyGoogle cannot be of type Google.");
        assertThat(refused(pool, "OIDC", "Google", r -> {})).contains("cannot be of type OIDC");
        assertThat(refused(pool, "OIDC", "COGNITO", r -> {})).contains("cannot be of type OIDC");
        assertThat(create(pool, "Google", "Google", r -> {}).providerDetails())
                .containsEntry("oidc_issuer", "https://accounts.google.com")
                .containsEntry("client_secret", "secret");
        assertThat(create(pool, "Facebook", "Facebook", r -> r.providerDetails(with(SOCIAL, "api_version", "v20.0")))
                        .providerDetails())
                .containsEntry("authorize_url", "https://www.facebook.com/v20.0/dialog/oauth");
        assertThat(create(pool, "LoginWithAmazon", "LoginWithAmazon", r -> {}).providerDetails())
                .containsEntry("authorize_url", "https://www.amazon.com/ap/oa");
        assertThat(create(
                                pool,
                                "SignInWithApple",
                                "SignInWithApple",
                                r -> r.providerDetails(Map.of(
                                        "client_id", "us",
                                        "team_id", "team",
                                        "key_id", "key",
                                        "private_key", "secret",
                                        "authorize_scopes", "email")))
                        .providerDetails())
                .containsEntry("oidc_issuer", "https://appleid.apple.com")
                .doesNotContainKey("private_key");
    }

    @Test
    void detailsThatATypeNeedsAreRequired() {
        String pool = COGNITO.newPool();

        assertThat(refused(pool, "Google", "Google", r -> r.providerDetails(without(SOCIAL, "client_secret"))))
                .isEqualTo("InvalidParameterException: clientId, clientSecret and authorizeScopes are all required idp"
                        + " details.");
        assertThat(refused(pool, "SignInWithApple", "SignInWithApple", r -> {}))
                .contains("clientId, privateKey, teamId, and keyId are all required");
        assertThat(refused(pool, "OIDC", "Corporate", r -> r.providerDetails(without(OIDC, "oidc_issuer"))))
                .contains("oidcIssuer and attributesRequestMethod are all required");
        assertThat(refused(
                        pool,
                        "OIDC",
                        "Corporate",
                        r -> r.providerDetails(with(OIDC, "oidc_issuer", "http://login.example.com"))))
                .contains("OIDC endpoint must start with https://");
        assertThat(refused(
                        pool,
                        "OIDC",
                        "Corporate",
                        r -> r.providerDetails(with(OIDC, "attributes_request_method", "PUT"))))
                .contains("Member must satisfy enum value set: [POST, GET]");
        assertThat(refused(pool, "SAML", "Corporate", r -> r.providerDetails(Map.of("IDPSignout", "true"))))
                .contains("At least one of the MetadataURL or MetadataFile");
        assertThat(refused(
                        pool,
                        "SAML",
                        "Corporate",
                        r -> r.providerDetails(Map.of("MetadataURL", "https://a", "MetadataFile", "<a/>"))))
                .contains("Only one of the MetadataURL or MetadataFile");
        assertThat(create(pool, "SAML", "Corporate", r -> r.providerDetails(Map.of("MetadataURL", "https://a")))
                        .providerTypeAsString())
                .isEqualTo("SAML");
    }

    @Test
    void namesIdentifiersAndMappingsAreChecked() {
        String pool = COGNITO.newPool();
        create(pool, "OIDC", "Corporate", r -> r.idpIdentifiers("corp"));

        assertThat(refused(pool, "OIDC", "Corporate", r -> {})).startsWith("DuplicateProviderException");
        assertThat(refused(pool, "OIDC", "Other", r -> r.idpIdentifiers("corp")))
                .startsWith("InvalidParameterException");
        assertThat(refused(pool, "OIDC", "Other", r -> r.idpIdentifiers("one", "one")))
                .startsWith("InvalidParameterException");
        assertThat(refused(pool, "OIDC", "Other", r -> r.idpIdentifiers("a/b"))).contains("idpIdentifiers");
        assertThat(refused(pool, "OIDC", "Other", r -> r.attributeMapping(Map.of("custom:none", "x"))))
                .startsWith("InvalidParameterException");
        assertThat(refused(pool, "OIDC", "_Other", r -> {})).contains("at 'providerName'");
        assertThat(refused(pool, "OIDC", "ab", r -> {})).contains("at 'providerName'");
        assertThat(refused(pool, "LDAP", "Other", r -> {})).contains("at 'providerType'", "enum value set");
        assertThat(refused("eu-central-1_none", "OIDC", "Other", r -> {})).startsWith("ResourceNotFoundException");
    }

    @Test
    void updateReplacesWhatItStates() {
        String pool = COGNITO.newPool();
        create(
                pool,
                "OIDC",
                "Corporate",
                r -> r.attributeMapping(Map.of("email", "mail")).idpIdentifiers("corp"));

        SDK.updateIdentityProvider(
                r -> r.userPoolId(pool).providerName("Corporate").attributeMapping(Map.of("name", "cn")));

        IdentityProviderType provider = SDK.describeIdentityProvider(
                        r -> r.userPoolId(pool).providerName("Corporate"))
                .identityProvider();
        assertThat(provider.attributeMapping()).isEqualTo(Map.of("name", "cn"));
        assertThat(provider.idpIdentifiers()).containsExactly("corp");
        assertThat(provider.providerDetails()).containsAllEntriesOf(OIDC);
        assertThat(refusal(() -> SDK.updateIdentityProvider(
                        r -> r.userPoolId(pool).providerName("Corporate").providerDetails(SOCIAL))))
                .startsWith("InvalidParameterException");
        assertThat(refusal(() -> SDK.updateIdentityProvider(
                        r -> r.userPoolId(pool).providerName("None").attributeMapping(Map.of("name", "cn")))))
                .isEqualTo("ResourceNotFoundException: Identity provider None does not exist.");
    }

    @Test
    void deletedProviderIsGone() {
        String pool = COGNITO.newPool();
        create(pool, "OIDC", "Corporate", r -> r.idpIdentifiers("corp"));
        String client = SDK.createUserPoolClient(
                        r -> r.userPoolId(pool).clientName("web").supportedIdentityProviders("COGNITO", "Corporate"))
                .userPoolClient()
                .clientId();

        SDK.deleteIdentityProvider(r -> r.userPoolId(pool).providerName("Corporate"));

        assertThat(client).isNotEmpty();
        assertThat(refusal(() ->
                        SDK.describeIdentityProvider(r -> r.userPoolId(pool).providerName("Corporate"))))
                .startsWith("ResourceNotFoundException");
        assertThat(refusal(() -> SDK.getIdentityProviderByIdentifier(
                        r -> r.userPoolId(pool).idpIdentifier("corp"))))
                .startsWith("ResourceNotFoundException");
        assertThat(refusal(
                        () -> SDK.deleteIdentityProvider(r -> r.userPoolId(pool).providerName("Corporate"))))
                .startsWith("ResourceNotFoundException");
        assertThat(refusal(() -> SDK.createUserPoolClient(
                        r -> r.userPoolId(pool).clientName("web").supportedIdentityProviders("Corporate"))))
                .contains("The provider Corporate does not exist");
    }

    @Test
    void providersAreListedPageByPage() {
        String pool = COGNITO.newPool();
        create(pool, "OIDC", "One", r -> {});
        create(pool, "OIDC", "Two", r -> {});
        create(pool, "Google", "Google", r -> {});

        assertThat(SDK.listIdentityProvidersPaginator(r -> r.userPoolId(pool).maxResults(2)).providers().stream()
                        .map(ProviderDescription::providerName))
                .containsExactlyInAnyOrder("One", "Two", "Google");
        assertThat(SDK.listIdentityProviders(r -> r.userPoolId(pool).maxResults(0))
                        .providers())
                .hasSize(3);
        assertThat(refusal(
                        () -> SDK.listIdentityProviders(r -> r.userPoolId(pool).maxResults(61))))
                .contains("less than or equal to 60");
        assertThat(refusal(
                        () -> SDK.listIdentityProviders(r -> r.userPoolId(pool).nextToken("bad"))))
                .startsWith("InvalidParameterException");
    }
}
