package io.github.cognitoconnector.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b-_.9", "bearer a.b-_.9", "BEARER a.b-_.9", "Bearer   a.b-_.9"})
    void isWhatStandsBehindTheScheme(String header) {
        assertThat(BearerToken.of(List.of(header))).contains(new BearerToken("a.b-_.9"));
    }

    @Test
    void withoutAHeaderThereIsNone() {
        assertThat(BearerToken.of(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer\ta.b.c",
                "a.b.c",
                "Basic YTpi",
                "Bearer a.b.c d",
                "Bearer a.b.c ",
                "Bearer a.b.c,Bearer a.b.c",
                "Bearer a.b=.c",
                "Bearer a.b+.c",
                "Bearer a.b/.c",
                "Bearer a.\u00e4.c",
                "Bearer a.b.c\u0000",
                "Bearer \"a.b.c\""
            })
    void anythingElseIsRefused(String header) {
        assertRefused(List.of(header));
    }

    @Test
    void twoHeadersAreRefusedHoweverGood() {
        assertRefused(List.of("Bearer a.b.c", "Bearer a.b.c"));
    }

    @Test
    void lengthIsBounded() {
        String most = "a".repeat(16 * 1024 - "Bearer ".length());
        assertThat(BearerToken.of(List.of("Bearer " + most))).isPresent();
        assertRefused(List.of("Bearer " + most + "a"));
    }

    @Test
    void everyCharacterCountsForTheHash() {
        assertThat(new BearerToken("a.b.c").hash())
                .hasSize(64)
                .isEqualTo(new BearerToken("a.b.c").hash())
                .isNotEqualTo(new BearerToken("a.b.d").hash());
        assertThat(new BearerToken("secret")).asString().doesNotContain("secret");
    }

    @Property(tries = 500)
    void anyHeaderIsAnswered(@ForAll String text) {
        try {
            BearerToken.of(List.of("Bearer " + text))
                    .ifPresent(token -> assertThat(token.text()).matches("[A-Za-z0-9._-]+"));
        } catch (RefusedTokenException e) {
            assertThat(e.reason()).isEqualTo(RefusedTokenException.Reason.NO_TOKEN);
        }
    }

    private static void assertRefused(List<String> headers) {
        assertThatThrownBy(() -> BearerToken.of(headers)).isInstanceOf(RefusedTokenException.class);
    }
}
