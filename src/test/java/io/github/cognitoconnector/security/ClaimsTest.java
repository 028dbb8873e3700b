package io.github.cognitoconnector.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.security.RefusedTokenException.Reason;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long NOW = 1_800_000_000L;

    @Test
    void areWhatAnAccessTokenSays() {
        AccessToken token = claims("""
                {"username": "ada", "scope": "openid connector/users.read openid", "cognito:groups": ["a", "b"]}""").toToken("us-east-1_demo", "key");
        assertThat(token.clientId()).isEqualTo("client");
        assertThat(token.subject()).isEqualTo("sub-1");
        assertThat(token.username()).isEqualTo("ada");
        assertThat(token.scopes()).containsExactlyInAnyOrder("openid", "connector/users.read");
        assertThat(token.groups()).containsExactly("a", "b");
        assertThat(token.expiresAt()).isEqualTo(NOW);
        assertThat(token).asString().doesNotContain("ada");
    }

    @Test
    void aClientNeedsNoMoreThanTheCommonOnes() {
        AccessToken token = claims("{}").toToken("us-east-1_demo", "key");
        assertThat(token.username()).isNull();
        assertThat(token.scopes()).isEmpty();
        assertThat(token.groups()).isEmpty();
        assertThat(token.issuedAt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "sub", "client_id", "exp", "token_use"})
    void refusesWhatLacksOne(String claim) {
        ObjectNode json = claims("{}").json();
        json.remove(claim);
        assertRefused(new Claims(json), Reason.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"iss": 1}
            {"iss": ["https://issuer"]}
            {"sub": ""}
            {"sub": null}
            {"sub": "a b"}
            {"sub": "a\\u0000"}
            {"sub": {"a": 1}}
            {"client_id": "a/b"}
            {"client_id": ["client"]}
            {"client_id": true}
            {"token_use": ["access"]}
            {"exp": "1800000000"}
            {"exp": 1800000000.5}
            {"exp": 18e8}
            {"exp": -1}
            {"exp": 999999999999}
            {"exp": 9223372036854775808}
            {"exp": null}
            {"exp": [1800000000]}
            {"nbf": "1"}
            {"iat": {}}
            {"iat": 9223372036854775807}
            {"jti": 1}
            {"scope": ["connector/users.read"]}
            {"scope": 1}
            {"aud": 1}
            {"aud": [1]}
            {"aud": {}}
            {"username": 1}
            {"username": ""}
            {"username": "ada\\nlovelace"}
            {"cognito:groups": "demo"}
            {"cognito:groups": [1]}
            {"cognito:groups": ["demo", null]}
            {"cognito:groups": [["demo"]]}
            {"cognito:groups": {"0": "demo"}}
            """)
    void refusesClaimsOfAnotherType(String changes) {
        assertRefused(claims(changes), Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "refresh", "ACCESS", "access "})
    void refusesWhatIsNoAccessToken(String use) {
        assertRefused(claims("{\"token_use\": \"" + use + "\"}"), Reason.USE);
    }

    @ParameterizedTest
    @CsvSource({"-3600, false", "-29, false", "0, false", "29, false", "30, true", "31, true", "3600, true"})
    void expiresThirtySecondsLate(long later, boolean refused) {
        assertThat(isRefused(claims("{}"), NOW + later)).isEqualTo(refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nbf", "iat"})
    void isValidThirtySecondsEarly(String claim) {
        Claims early = claims("{\"" + claim + "\": " + (NOW - 100) + "}");
        assertThat(isRefused(early, NOW - 130)).isFalse();
        assertThat(isRefused(early, NOW - 131)).isTrue();
    }

    @Property(tries = 500)
    void anyTextIsAnAnswer(@ForAll String text) {
        ObjectNode json = claims("{}").json();
        json.put("sub", text).put("client_id", text).put("username", text).put("scope", text);
        try {
            AccessToken token = new Claims(json).toToken("us-east-1_demo", "key");
            assertThat(token.subject()).isEqualTo(text).isNotEmpty();
        } catch (RefusedTokenException e) {
            assertThat(e.reason()).isEqualTo(Reason.MALFORMED);
        }
    }

    private static boolean isRefused(Claims claims, long second) {
        try {
            claims.checkTimes(Instant.ofEpochSecond(second));
            return false;
        } catch (RefusedTokenException e) {
            assertThat(e.reason()).isEqualTo(Reason.TIME);
            return true;
        }
    }

    private static void assertRefused(Claims claims, Reason reason) {
        assertThatThrownBy(() -> {
                    claims.issuer();
                    claims.checkUse();
                    claims.toToken("us-east-1_demo", "key");
                    claims.checkTimes(Instant.ofEpochSecond(NOW));
                })
                .isInstanceOfSatisfying(
                        RefusedTokenException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static Claims claims(String changes) {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree("""
                    {"iss": "https://issuer", "sub": "sub-1", "client_id": "client", "token_use": "access", "exp": %d}""".formatted(NOW));
            return new Claims(json.setAll((ObjectNode) JSON.readTree(changes)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
