package io.github.cognitoconnector.embedded.cognito.token;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.contract.Row;
import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import io.github.cognitoconnector.embedded.cognito.testing.Tokens;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TimeUnitsType;

/** Contract section 5, line by line, as far as UserTokensTest and RenewalTest do not hold it. */
class ClaimsTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final String POOL = COGNITO.newPool(r -> r.schema(
            custom("age", AttributeDataType.NUMBER),
            custom("member", AttributeDataType.BOOLEAN),
            custom("plan", AttributeDataType.STRING)));

    @BeforeAll
    static void user() {
        ACCOUNT.confirmed(
                POOL,
                "ada",
                attribute("email", "ada@example.com"),
                attribute("email_verified", "true"),
                attribute("phone_number", "+4915112345678"),
                attribute("name", "Ada"),
                attribute("custom:age", "36"),
                attribute("custom:member", "true"),
                attribute("custom:plan", "gold"));
    }

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    @Test
    void headersNameKeyAndAlgorithmOnly() {
        AuthenticationResultType tokens = signIn(ACCOUNT.client(POOL));

        JsonNode id = header(tokens.idToken());
        JsonNode access = header(tokens.accessToken());

        assertThat(id.properties()).hasSize(2);
        assertThat(access.properties()).hasSize(2);
        assertThat(id.path("alg").asText()).isEqualTo("RS256");
        assertThat(access.path("alg").asText()).isEqualTo("RS256");
        assertThat(id.path("kid").asText())
                .isNotEmpty()
                .isNotEqualTo(access.path("kid").asText());
    }

    @Test
    void attributesAreTextsButForTheMarks() {
        Map<String, Object> id = id(ACCOUNT.client(POOL));

        assertThat(id)
                .containsEntry("custom:age", "36")
                .containsEntry("custom:member", "true")
                .containsEntry("custom:plan", "gold")
                .containsEntry("email_verified", true)
                .containsEntry("phone_number", "+4915112345678");
        assertThat(id.get("jti")).isNotEqualTo(id.get("origin_jti"));
        assertThat(id).containsKeys("auth_time", "iat", "exp", "event_id", "iss");
    }

    @Test
    void clientSeesOnlyWhatItMayRead() {
        String client = ACCOUNT.client(POOL, r -> r.readAttributes("email", "custom:plan"));

        assertThat(id(client))
                .containsEntry("email", "ada@example.com")
                .containsEntry("custom:plan", "gold")
                .containsEntry("cognito:username", "ada")
                .containsKey("sub")
                .doesNotContainKeys("email_verified", "name", "custom:age", "phone_number");
    }

    @ParameterizedTest
    @CsvSource({"SECONDS,600,PT10M", "MINUTES,90,PT1H30M", "HOURS,2,PT2H", "DAYS,1,P1D"})
    void livesAreThoseOfTheClient(TimeUnitsType unit, int amount, Duration life) {
        String client = ACCOUNT.client(
                POOL,
                r -> r.accessTokenValidity(amount)
                        .idTokenValidity(amount)
                        .refreshTokenValidity(amount * 12)
                        .tokenValidityUnits(
                                u -> u.accessToken(unit).idToken(unit).refreshToken(unit)));

        AuthenticationResultType tokens = signIn(client);

        assertThat(tokens.expiresIn()).isEqualTo((int) life.toSeconds());
        assertThat(life(tokens.accessToken())).isEqualTo(life);
        assertThat(life(tokens.idToken())).isEqualTo(life);
        COGNITO.put("clock", "{\"offsetSeconds\": " + (12 * life.toSeconds() + 1) + "}");
        assertThat(refusal(() ->
                        SDK.getTokensFromRefreshToken(r -> r.clientId(client).refreshToken(tokens.refreshToken()))))
                .isEqualTo("NotAuthorizedException: Invalid Refresh Token");
    }

    @Test
    void clientWithoutLivesHasAnHourAndAMonth() {
        String client = ACCOUNT.client(POOL);
        AuthenticationResultType tokens = signIn(client);
        assertThat(life(tokens.accessToken())).isEqualTo(Duration.ofHours(1));
        assertThat(life(tokens.idToken())).isEqualTo(Duration.ofHours(1));
        COGNITO.put("clock", "{\"offsetSeconds\": " + (30 * 86_400 - 60) + "}");
        assertThat(SDK.getTokensFromRefreshToken(r -> r.clientId(client).refreshToken(tokens.refreshToken()))
                        .authenticationResult()
                        .accessToken())
                .isNotEmpty();
        COGNITO.put("clock", "{\"offsetSeconds\": " + (30 * 86_400 + 1) + "}");
        assertThat(refusal(() ->
                        SDK.getTokensFromRefreshToken(r -> r.clientId(client).refreshToken(tokens.refreshToken()))))
                .isEqualTo("NotAuthorizedException: Invalid Refresh Token");
    }

    /** Contract row 14 and section 5: a group shows only after a renewal. */
    @Test
    @Row(14)
    void groupShowsInTheNextTokens() {
        String client = ACCOUNT.client(POOL);
        AuthenticationResultType before = signIn(client);
        SDK.createGroup(r -> r.userPoolId(POOL).groupName("editors"));
        SDK.adminAddUserToGroup(r -> r.userPoolId(POOL).groupName("editors").username("ada"));
        AuthenticationResultType after = SDK.getTokensFromRefreshToken(
                        r -> r.clientId(client).refreshToken(before.refreshToken()))
                .authenticationResult();
        SDK.deleteGroup(r -> r.userPoolId(POOL).groupName("editors"));

        assertThat(claims(before.accessToken())).doesNotContainKey("cognito:groups");
        assertThat(claims(after.accessToken())).containsEntry("cognito:groups", List.of("editors"));
        assertThat(claims(after.idToken()))
                .containsEntry("cognito:groups", List.of("editors"))
                .doesNotContainKeys("cognito:roles", "cognito:preferred_role");
    }

    @Test
    void keySetHasTwoKeysForSignatures() {
        JsonNode keys = Json.parse(
                        COGNITO.get("/" + POOL + "/.well-known/jwks.json").body())
                .orElseThrow()
                .path("keys");

        assertThat(keys).hasSize(2).allSatisfy(key -> {
            assertThat(key.path("alg").asText()).isEqualTo("RS256");
            assertThat(key.path("kty").asText()).isEqualTo("RSA");
            assertThat(key.path("use").asText()).isEqualTo("sig");
            assertThat(key.has("d")).as("the private part").isFalse();
        });
    }

    @Test
    void tokenEndpointKnowsNoStrangeScope() {
        String[] basic = {
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString("demoapp:demoapp-secret".getBytes(StandardCharsets.UTF_8))
        };
        assertThat(COGNITO.form("grant_type=client_credentials&scope=no/such", basic)
                        .body())
                .isEqualTo("{\"error\":\"invalid_scope\"}");
    }

    private static SchemaAttributeType custom(String name, AttributeDataType type) {
        return SchemaAttributeType.builder().name(name).attributeDataType(type).build();
    }

    private static AuthenticationResultType signIn(String client) {
        return ACCOUNT.signIn(client, "ada", PASSWORD);
    }

    private static Map<String, Object> id(String client) {
        return claims(signIn(client).idToken());
    }

    private static Map<String, Object> claims(String token) {
        return Tokens.verify(COGNITO, POOL, token);
    }

    private static Duration life(String token) {
        Map<String, Object> claims = claims(token);
        return Duration.ofSeconds(((Number) claims.getOrDefault("exp", 0)).longValue()
                - ((Number) claims.getOrDefault("iat", 0)).longValue());
    }

    private static JsonNode header(String token) {
        byte[] json = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        return Json.parse(new String(json, StandardCharsets.UTF_8)).orElseThrow();
    }
}
