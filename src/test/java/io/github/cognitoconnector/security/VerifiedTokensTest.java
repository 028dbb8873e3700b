package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Optional;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is remembered of tokens, and for how long. */
@QuarkusTest
class VerifiedTokensTest {

    private final VerifiedTokens tokens;

    VerifiedTokensTest(VerifiedTokens tokens) {
        this.tokens = tokens;
    }

    @AfterEach
    void leave() {
        Cognito.reset();
    }

    @Test
    void aTokenIsRememberedOnceItIsVerified() {
        String token = Tokens.signed(claims -> {});
        assertThat(peek(token)).isEmpty();
        as(token).get(DEMO + "/users/ada").then().statusCode(200);
        await().untilAsserted(() -> assertThat(peek(token)).isPresent());
    }

    /** Every one of them: what is left of a good token is no good one. */
    @Test
    void aTokenWithAChangedCharacterIsAnotherOne() {
        String token = Tokens.signed(claims -> {});
        as(token).get(DEMO + "/users/ada").then().statusCode(200);
        for (int at = 0; at < token.length(); at++) {
            char other = token.charAt(at) == 'A' ? 'B' : 'A';
            assertThat(peek(token.substring(0, at) + other + token.substring(at + 1)))
                    .isEmpty();
        }
        String changed = token.substring(0, token.length() - 10) + "AAAAAAAAAA";
        as(changed).get(DEMO + "/users/ada").then().spec(problem(401, "unauthenticated"));
    }

    @Test
    void isForgottenWhenItExpires() {
        String token = Tokens.signed(claims -> claims.setExpirationTime(secondsFromNow(2)));
        as(token).get(DEMO + "/users/ada").then().statusCode(200);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(peek(token)).isEmpty());
        as(token).get(DEMO + "/users/ada").then().statusCode(200);
        assertThat(peek(token)).as("good by the skew of clocks only").isEmpty();
    }

    @Test
    void whatIsRefusedIsNotRemembered() {
        String token = Tokens.signed(claims -> claims.setStringClaim("token_use", "id"));
        as(token).get(DEMO + "/users/ada").then().spec(problem(401, "unauthenticated"));
        assertThat(peek(token)).isEmpty();
    }

    private Optional<AccessToken> peek(String token) {
        return tokens.peek(new BearerToken(token));
    }

    private static NumericDate secondsFromNow(int seconds) {
        NumericDate date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }
}
