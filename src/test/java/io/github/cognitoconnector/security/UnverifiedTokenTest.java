package io.github.cognitoconnector.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnverifiedTokenTest {

    private static final String ISSUER = "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_BGOou5Rwx";

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "Bearer   "})
    void readsTheIssuer(String scheme) {
        assertThat(UnverifiedToken.issuer(scheme + token("{\"iss\":\"" + ISSUER + "\",\"sub\":\"x\"}")))
                .contains(ISSUER);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Basic YTpi",
                "Bearer a",
                "Bearer a.b",
                "Bearer a.b.c",
                "Bearer a.b.c.d.e",
                "Bearer ..",
                "Bearer a..c",
                "Bearer a.e30.c",
                "Bearer a.bnVsbA.c",
                "Bearer a.%%%.c",
                "Bearer a.W10.c"
            })
    void knowsNoIssuerOfAnythingElse(@Nullable String authorization) {
        assertThat(UnverifiedToken.issuer(authorization)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"iss": 7}
            {"iss": null}
            {"iss": ["https://a"]}
            {"iss": {"iss": "https://a"}}
            {"ISS": "https://a"}
            {"iss": "https://a"
            [{"iss": "https://a"}]
            "iss"
            """)
    void takesOnlyTextForAnIssuer(String claims) {
        assertThat(UnverifiedToken.issuer("Bearer " + token(claims))).isEmpty();
    }

    @Test
    void readsNoTokenWithoutMeasure() {
        String padding = "x".repeat(16 * 1024);
        assertThat(UnverifiedToken.issuer("Bearer " + token("{\"iss\":\"" + ISSUER + "\",\"p\":\"" + padding + "\"}")))
                .isEmpty();
    }

    @Test
    void surfacesNoFailureOfDeepNesting() {
        assertThat(UnverifiedToken.issuer("Bearer " + token("[".repeat(10_000))))
                .isEmpty();
    }

    @Property(tries = 500)
    void anyHeaderIsAnswered(@ForAll String text) {
        assertThat(UnverifiedToken.issuer(text)).isEmpty();
        assertThat(UnverifiedToken.issuer("Bearer " + text)).isEmpty();
        assertThat(UnverifiedToken.issuer("Bearer a." + text + ".c")).isEmpty();
    }

    @Property(tries = 500)
    void anyClaimsAreAnswered(@ForAll byte[] claims) {
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(claims);
        assertThat(UnverifiedToken.issuer("Bearer a." + encoded + ".c")).isEmpty();
    }

    private static String token(String claims) {
        return "e30."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }
}
