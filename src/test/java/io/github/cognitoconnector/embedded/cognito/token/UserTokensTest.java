package io.github.cognitoconnector.embedded.cognito.token;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.contract.Section;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import io.github.cognitoconnector.embedded.cognito.testing.Tokens;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

@Section(5)
class UserTokensTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    @Test
    void rotatedKeysStayPublishedForADay() {
        String pool = COGNITO.newPool();
        String client = client(pool);
        AuthenticationResultType before = signIn(pool, client);

        assertThat(COGNITO.control("POST", "rotate-keys", "").statusCode()).isEqualTo(204);

        assertThat(Tokens.keyId(again(client).accessToken())).isNotEqualTo(Tokens.keyId(before.accessToken()));
        assertThat(Tokens.verify(COGNITO, pool, before.accessToken())).containsEntry("username", "grace");
        assertThat(keys(pool)).isGreaterThanOrEqualTo(4);
        COGNITO.put("clock", "{\"offsetSeconds\": 86460}");
        assertThat(keys(pool)).isEqualTo(2);
    }

    @Test
    void configurationLeadsToTheKeys() {
        String pool = COGNITO.newPool();
        String issuer = COGNITO.server().endpoint() + "/" + pool;

        var document = Json.parse(COGNITO.get("/" + pool + "/.well-known/openid-configuration")
                        .body())
                .orElseThrow();

        assertThat(document.path("issuer").asText()).isEqualTo(issuer);
        assertThat(document.path("jwks_uri").asText()).isEqualTo(issuer + "/.well-known/jwks.json");
        assertThat(COGNITO.get("/eu-central-1_none/.well-known/jwks.json").statusCode())
                .isEqualTo(404);
        assertThat(COGNITO.get("/.well-known/openid-configuration").statusCode())
                .isEqualTo(404);
    }

    private static int keys(String pool) {
        String body = COGNITO.get("/" + pool + "/.well-known/jwks.json").body();
        return Json.parse(body).orElseThrow().path("keys").size();
    }

    private static String client(String pool) {
        return SDK.createUserPoolClient(r ->
                        r.userPoolId(pool).clientName("web").explicitAuthFlowsWithStrings("ALLOW_USER_PASSWORD_AUTH"))
                .userPoolClient()
                .clientId();
    }

    private static AuthenticationResultType signIn(String pool, String client) {
        COGNITO.newUser(pool, "grace", attribute("email", "grace@example.com"), attribute("email_verified", "true"));
        SDK.adminSetUserPassword(
                r -> r.userPoolId(pool).username("grace").password(PASSWORD).permanent(true));
        return again(client);
    }

    private static AuthenticationResultType again(String client) {
        return SDK.initiateAuth(r -> r.clientId(client)
                        .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                        .authParameters(Map.of("USERNAME", "grace", "PASSWORD", PASSWORD)))
                .authenticationResult();
    }
}
