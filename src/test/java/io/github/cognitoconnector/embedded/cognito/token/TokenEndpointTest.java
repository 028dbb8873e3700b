package io.github.cognitoconnector.embedded.cognito.token;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.DEMO;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.contract.Section;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import io.github.cognitoconnector.embedded.cognito.testing.Tokens;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;

@Section(5)
class TokenEndpointTest {

    private static final TestCognito COGNITO = TestCognito.start();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    /** Contract section 5, third column. */
    @Test
    void clientGetsAnAccessTokenWithAllItsScopes() {
        HttpResponse<String> response =
                COGNITO.form("grant_type=client_credentials", basic("otherapp", "otherapp-secret"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
        JsonNode body = Json.parse(response.body()).orElseThrow();
        assertThat(body.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(body.path("expires_in").asInt()).isEqualTo(3600);
        Map<String, Object> claims =
                Tokens.verify(COGNITO, OTHER, body.path("access_token").asText());
        assertThat(claims)
                .containsEntry("sub", "otherapp")
                .containsEntry("client_id", "otherapp")
                .containsEntry("token_use", "access")
                .containsEntry("version", 2L)
                .containsKeys("auth_time", "iat", "exp", "jti")
                .doesNotContainKeys("aud", "username");
        assertThat(claims.get("scope"))
                .asString()
                .contains("connector/users.read")
                .doesNotContain("apps.admin");
    }

    @Test
    void scopesCanBeNarrowedButNotWidened() {
        HttpResponse<String> narrow = COGNITO.form(
                "grant_type=client_credentials&client_id=demoapp&client_secret=demoapp-secret&scope=connector%2Fusers.read");
        String token =
                Json.parse(narrow.body()).orElseThrow().path("access_token").asText();
        assertThat(Tokens.verify(COGNITO, DEMO, token)).containsEntry("scope", "connector/users.read");

        HttpResponse<String> wide = COGNITO.form(
                "grant_type=client_credentials&scope=connector/apps.admin", basic("demoapp", "demoapp-secret"));
        assertThat(wide.statusCode()).isEqualTo(400);
        assertThat(wide.body()).isEqualTo("{\"error\":\"invalid_scope\"}");
    }

    @Test
    void clientThatIsNotItselfIsRefused() {
        assertThat(COGNITO.form("grant_type=client_credentials", basic("demoapp", "wrong"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(COGNITO.form("grant_type=client_credentials&client_id=demoapp")
                        .body())
                .isEqualTo("{\"error\":\"invalid_client\"}");
        assertThat(COGNITO.form("grant_type=client_credentials&client_id=nobody&client_secret=x")
                        .body())
                .isEqualTo("{\"error\":\"invalid_client\"}");
        assertThat(COGNITO.form("grant_type=client_credentials&client_id=demoweb")
                        .body())
                .isEqualTo("{\"error\":\"unauthorized_client\"}");
    }

    @Test
    void malformedRequestIsRefused() {
        String[] demo = basic("demoapp", "demoapp-secret");
        assertThat(COGNITO.form("", demo).body()).isEqualTo("{\"error\":\"invalid_request\"}");
        assertThat(COGNITO.form("grant_type=a&grant_type=b", demo).body()).isEqualTo("{\"error\":\"invalid_request\"}");
        assertThat(COGNITO.form("grant_type=%zz", demo).body()).isEqualTo("{\"error\":\"invalid_request\"}");
        assertThat(COGNITO.form("grant_type=password", demo).body())
                .isEqualTo("{\"error\":\"unsupported_grant_type\"}");
        assertThat(COGNITO.get("/oauth2/token").statusCode()).isEqualTo(405);
    }

    @Test
    void refreshTokenBringsNewTokensToItsClientOnly() {
        String refreshToken = COGNITO.sdk()
                .initiateAuth(r -> r.clientId("demoweb")
                        .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                        .authParameters(Map.of("USERNAME", "ada", "PASSWORD", "Ada-Lovelace-1815!")))
                .authenticationResult()
                .refreshToken();
        String form = "grant_type=refresh_token&refresh_token=" + refreshToken;

        JsonNode body =
                Json.parse(COGNITO.form(form + "&client_id=demoweb").body()).orElseThrow();

        assertThat(Tokens.verify(COGNITO, DEMO, body.path("access_token").asText()))
                .containsEntry("username", "ada");
        assertThat(Tokens.verify(COGNITO, DEMO, body.path("id_token").asText())).containsEntry("aud", "demoweb");
        assertThat(COGNITO.form(form, basic("demoapp", "demoapp-secret")).body())
                .isEqualTo("{\"error\":\"invalid_grant\"}");
    }

    @Test
    void strangeRefreshTokenIsRefused() {
        assertThat(COGNITO.form("grant_type=refresh_token&client_id=demoweb&refresh_token=a.b.c")
                        .body())
                .isEqualTo("{\"error\":\"invalid_grant\"}");
    }

    private static String[] basic(String id, String secret) {
        byte[] pair = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return new String[] {"Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)};
    }
}
