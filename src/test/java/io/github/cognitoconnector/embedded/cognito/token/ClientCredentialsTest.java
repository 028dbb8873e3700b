package io.github.cognitoconnector.embedded.cognito.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.contract.Section;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import io.github.cognitoconnector.embedded.cognito.testing.Tokens;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceServerScopeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** What a client is granted at the token endpoint, and the errors of RFC 6749. */
@Section(5)
class ClientCredentialsTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final String GRANT = "grant_type=client_credentials";

    private final String pool = COGNITO.newPool();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @Test
    void severalScopesAreGrantedOnceEachAsAsked() {
        UserPoolClientType client = client("shop/read", "shop/write", "shop/admin");

        assertThat(scope(ask(client, GRANT + "&scope=shop%2Fwrite+shop%2Fread+shop%2Fwrite")))
                .isEqualTo("shop/write shop/read");
        assertThat(scope(ask(client, GRANT))).isEqualTo("shop/read shop/write shop/admin");
        assertThat(scope(ask(client, GRANT + "&scope=++"))).isEqualTo("shop/read shop/write shop/admin");
        assertThat(error(ask(client, GRANT + "&scope=shop/read+shop/none"))).isEqualTo("invalid_scope");
    }

    @Test
    void deletedScopeIsNotGranted() {
        UserPoolClientType client = client("shop/read", "shop/write");
        SDK.updateResourceServer(
                r -> r.userPoolId(pool).identifier("shop").name("shop").scopes(scopes("read")));

        assertThat(error(ask(client, GRANT + "&scope=shop/write"))).isEqualTo("invalid_scope");
        assertThat(scope(ask(client, GRANT))).isEqualTo("shop/read");
        SDK.deleteResourceServer(r -> r.userPoolId(pool).identifier("shop"));
        assertThat(error(ask(client, GRANT + "&scope=shop/read"))).isEqualTo("invalid_scope");
        assertThat(error(ask(client, GRANT))).isEqualTo("invalid_scope");
    }

    /** AWS: custom scopes alone are for clients that act for themselves. */
    @Test
    void scopesAboutUsersAreNotForClients() {
        UserPoolClientType client = client("shop/read", "openid");

        assertThat(scope(ask(client, GRANT))).isEqualTo("shop/read");
        assertThat(error(ask(client, GRANT + "&scope=openid"))).isEqualTo("invalid_scope");
    }

    @Test
    void clientSaysOnceWhoItIs() {
        UserPoolClientType client = client("shop/read");
        String named = GRANT + "&client_id=" + client.clientId();

        assertThat(scope(ask(client, named))).isEqualTo("shop/read");
        assertThat(scope(COGNITO.form(named + "&client_secret=" + client.clientSecret())))
                .isEqualTo("shop/read");
        assertThat(error(ask(client, named + "&client_secret=" + client.clientSecret())))
                .isEqualTo("invalid_request");
        assertThat(error(ask(client, GRANT + "&client_id=another"))).isEqualTo("invalid_request");
        assertThat(error(COGNITO.form(GRANT, "Authorization", "Bearer token"))).isEqualTo("invalid_client");
        assertThat(error(COGNITO.form(GRANT))).isEqualTo("invalid_client");
    }

    /** RFC 6749, section 5.2. */
    @Test
    void refusalHasItsStatusAndItsHeaders() {
        HttpResponse<String> wrongSecret =
                COGNITO.form(GRANT, basic(client("shop/read").clientId(), "wrong"));
        assertThat(wrongSecret.statusCode()).isEqualTo(401);
        assertThat(wrongSecret.headers().firstValue("www-authenticate")).hasValue("Basic");
        HttpResponse<String> malformed = ask(client("shop/read"), "grant_type");
        assertThat(malformed.statusCode()).isEqualTo(400);
        for (HttpResponse<String> refused : List.of(wrongSecret, malformed)) {
            assertThat(refused.headers().firstValue("content-type")).hasValue("application/json");
            assertThat(refused.headers().firstValue("cache-control")).hasValue("no-store");
        }
    }

    @Test
    void bodyHasToBeAForm() {
        UserPoolClientType client = client("shop/read");

        assertThat(error(typed(client, "application/json", "{\"grant_type\":\"client_credentials\"}")))
                .isEqualTo("invalid_request");
        assertThat(error(typed(client, "text/plain", GRANT))).isEqualTo("invalid_request");
        assertThat(scope(typed(client, "Application/X-WWW-Form-URLEncoded; charset=UTF-8", GRANT)))
                .isEqualTo("shop/read");
    }

    /** There is no page to sign in at, so that nobody has a code. */
    @Test
    void codeIsForClientsOfTheCodeFlowAndAlwaysWrong() {
        UserPoolClientType web = SDK.createUserPoolClient(r -> r.userPoolId(pool)
                        .clientName("web")
                        .allowedOAuthFlowsUserPoolClient(true)
                        .allowedOAuthFlows(OAuthFlowType.CODE)
                        .allowedOAuthScopes("openid")
                        .callbackURLs("https://example.com/"))
                .userPoolClient();
        String form = "grant_type=authorization_code&client_id=" + web.clientId();
        assertThat(error(COGNITO.form(form + "&code=x"))).isEqualTo("invalid_grant");
        assertThat(error(COGNITO.form(form))).isEqualTo("invalid_request");
        assertThat(error(ask(client("shop/read"), "grant_type=authorization_code&code=x")))
                .isEqualTo("unauthorized_client");
        assertThat(error(COGNITO.form("grant_type=refresh_token&client_id=" + web.clientId())))
                .isEqualTo("invalid_request");
    }

    private UserPoolClientType client(String... allowed) {
        if (SDK.listResourceServers(r -> r.userPoolId(pool).maxResults(1))
                .resourceServers()
                .isEmpty()) {
            SDK.createResourceServer(
                    r -> r.userPoolId(pool).identifier("shop").name("shop").scopes(scopes("read", "write", "admin")));
        }
        return SDK.createUserPoolClient(r -> r.userPoolId(pool)
                        .clientName("machine")
                        .generateSecret(true)
                        .allowedOAuthFlowsUserPoolClient(true)
                        .allowedOAuthFlows(OAuthFlowType.CLIENT_CREDENTIALS)
                        .allowedOAuthScopes(allowed))
                .userPoolClient();
    }

    private static List<ResourceServerScopeType> scopes(String... names) {
        return Arrays.stream(names)
                .map(name -> ResourceServerScopeType.builder()
                        .scopeName(name)
                        .scopeDescription(name)
                        .build())
                .toList();
    }

    private static HttpResponse<String> ask(UserPoolClientType client, String form) {
        return COGNITO.form(form, basic(client.clientId(), client.clientSecret()));
    }

    private static HttpResponse<String> typed(UserPoolClientType client, String type, String body) {
        return COGNITO.send(HttpRequest.newBuilder(URI.create(COGNITO.server().endpoint() + "/oauth2/token"))
                .headers(basic(client.clientId(), client.clientSecret()))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private String scope(HttpResponse<String> granted) {
        return String.valueOf(
                Tokens.verify(COGNITO, pool, json(granted).path("access_token").asText())
                        .get("scope"));
    }

    private static String error(HttpResponse<String> refused) {
        assertThat(json(refused).properties()).hasSize(1);
        return json(refused).path("error").asText();
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.parse(response.body()).orElseThrow();
    }

    private static String[] basic(String id, String secret) {
        byte[] pair = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return new String[] {"Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)};
    }
}
