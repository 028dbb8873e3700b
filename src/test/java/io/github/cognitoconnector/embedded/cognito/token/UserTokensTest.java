package io.github.cognitoconnector.embedded.cognito.token;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import io.github.cognitoconnector.embedded.cognito.testing.Tokens;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

/** Contract section 5. */
class UserTokensTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    private static final String ROLE = "arn:aws:iam::123456789012:role/";

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    @Test
    void idTokenHasTheAttributesAndAccessTokenTheScope() {
        String pool = COGNITO.newPool();
        String client = client(pool);
        AuthenticationResultType tokens = signIn(pool, client);

        Map<String, Object> id = Tokens.verify(COGNITO, pool, tokens.idToken());
        Map<String, Object> access = Tokens.verify(COGNITO, pool, tokens.accessToken());

        assertThat(id)
                .containsEntry("aud", client)
                .containsEntry("token_use", "id")
                .containsEntry("cognito:username", "grace")
                .containsEntry("email", "grace@example.com")
                .containsEntry("email_verified", true)
                .doesNotContainKeys("client_id", "scope", "cognito:groups", "cognito:roles");
        assertThat(access)
                .containsEntry("client_id", client)
                .containsEntry("token_use", "access")
                .containsEntry("username", "grace")
                .containsEntry("scope", "aws.cognito.signin.user.admin")
                .containsEntry("sub", id.get("sub"))
                .containsEntry("origin_jti", id.get("origin_jti"))
                .containsEntry("event_id", id.get("event_id"))
                .doesNotContainKeys("aud", "email", "version", "cognito:groups");
        assertThat(access.get("jti")).isNotEqualTo(id.get("jti"));
        assertThat(Tokens.keyId(tokens.idToken())).isNotEqualTo(Tokens.keyId(tokens.accessToken()));
    }

    /** Contract row 19. */
    @Test
    void preferredRoleIsThatOfTheLowestPrecedence() {
        String pool = COGNITO.newPool();
        String client = client(pool);
        signIn(pool, client);
        join(pool, "b-group", 2, "second");
        join(pool, "a-group", 5, "fifth");

        AuthenticationResultType tokens = again(client);
        assertThat(Tokens.verify(COGNITO, pool, tokens.idToken()))
                .containsEntry("cognito:groups", List.of("a-group", "b-group"))
                .containsEntry("cognito:roles", List.of(ROLE + "fifth", ROLE + "second"))
                .containsEntry("cognito:preferred_role", ROLE + "second");
        assertThat(Tokens.verify(COGNITO, pool, tokens.accessToken()))
                .containsEntry("cognito:groups", List.of("a-group", "b-group"))
                .doesNotContainKeys("cognito:roles", "cognito:preferred_role");

        join(pool, "c-group", 2, "other");
        assertThat(Tokens.verify(COGNITO, pool, again(client).idToken())).doesNotContainKey("cognito:preferred_role");
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

    private static void join(String pool, String group, int precedence, String role) {
        SDK.createGroup(
                r -> r.userPoolId(pool).groupName(group).precedence(precedence).roleArn(ROLE + role));
        SDK.adminAddUserToGroup(r -> r.userPoolId(pool).groupName(group).username("grace"));
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
