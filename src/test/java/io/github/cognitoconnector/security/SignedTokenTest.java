package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.security.Jwts.HEADER;
import static io.github.cognitoconnector.security.Jwts.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.security.RefusedTokenException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedTokenTest {

    private static final KeyPair KEY = Jwts.newKey();
    private static final String CLAIMS = "{\"sub\":\"ada\"}";

    @Test
    void isTakenApartAndHeldAgainstItsKey() {
        SignedToken token = SignedToken.parse(Jwts.signed(HEADER, CLAIMS, KEY));
        assertThat(token.keyId()).isEqualTo("key");
        assertThat(token.claims().get("sub").textValue()).isEqualTo("ada");
        assertThat(token.isSignedBy(KEY.getPublic())).isTrue();
        assertThat(token.isSignedBy(Jwts.newKey().getPublic())).isFalse();
        assertThat(token).asString().doesNotContain("ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "at+jwt", "application/at+jwt"})
    void takesTheTypesOfAnAccessToken(String type) {
        assertThat(refusalOf("{\"kid\":\"key\",\"alg\":\"RS256\",\"typ\":\"" + type + "\"}", CLAIMS))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a.b",
                "a.b.",
                ".b.c",
                "a..c",
                "..",
                "...",
                "a.b.c.d",
                "a.b.c.d.e",
                "e30.e30.",
                "e30..c2ln"
            })
    void refusesWhatHasNotThreeParts(String text) {
        assertThat(refusalOf(text)).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kid":"key","alg":"RS384"}
            {"kid":"key","alg":"RS512"}
            {"kid":"key","alg":"PS256"}
            {"kid":"key","alg":"ES256"}
            {"kid":"key","alg":"HS256"}
            {"kid":"key","alg":"EdDSA"}
            {"kid":"key","alg":"none"}
            {"kid":"key","alg":"rs256"}
            {"kid":"key","alg":"RS256 "}
            {"kid":"key","alg":"RSA-OAEP","enc":"A256GCM"}
            {"kid":"key","alg":"RS256","crit":["exp"],"exp":1}
            {"kid":"key","alg":"RS256","crit":[]}
            {"kid":"key","alg":"RS256","crit":["b64"],"b64":false}
            {"kid":"key","alg":"RS256","b64":true}
            {"kid":"key","alg":"RS256","jku":"https://evil.example/jwks.json"}
            {"kid":"key","alg":"RS256","jwk":{"kty":"RSA"}}
            {"kid":"key","alg":"RS256","x5u":"https://evil.example/x5u"}
            {"kid":"key","alg":"RS256","x5c":["MII"]}
            {"kid":"key","alg":"RS256","zip":"DEF"}
            {"kid":"key","alg":"RS256","cty":"JWT"}
            {"kid":"key","alg":"RS256","enc":"A256GCM"}
            {"kid":"key","alg":"RS256","typ":"JOSE"}
            {"kid":"key","alg":"RS256","typ":"dpop+jwt"}
            {"kid":"key","alg":"RS256","typ":1}
            """)
    void refusesAllButAPlainRs256Signature(String header) {
        assertThat(refusalOf(header, CLAIMS)).isEqualTo(Reason.ALGORITHM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kid":"key"}
            {"alg":"RS256"}
            {"kid":"","alg":"RS256"}
            {"kid":1,"alg":"RS256"}
            {"kid":null,"alg":"RS256"}
            {"kid":["key"],"alg":"RS256"}
            {"kid":"key","alg":["RS256"]}
            {"kid":"key","kid":"key","alg":"RS256"}
            {"kid":"key","alg":"none","alg":"RS256"}
            {"kid":"key","alg":"RS256"} {}
            {"kid":"key","alg":"RS256"},
            {"kid":"key","alg":"RS256"
            {'kid':'key','alg':'RS256'}
            {"kid":"key","alg":"RS256",}
            {"kid":"key","alg":"RS256"/**/}
            {"kid":"key","alg":"RS256","n":NaN}
            [{"kid":"key","alg":"RS256"}]
            "RS256"
            null
            """)
    void refusesWhatIsNoHeader(String header) {
        assertThat(refusalOf(header, CLAIMS)).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"sub":"ada","sub":"ada"}
            {"a":{"sub":"ada","sub":"ada"}}
            {"s\\u0075b":"eve","sub":"ada"}
            [{"sub":"ada"}]
            {"sub":"ada"}{"sub":"ada"}
            [[[[[[[[[[1]]]]]]]]]]
            {"n":111111111111111111111111111111}
            true
            """)
    void refusesWhatAreNoClaims(String claims) {
        assertThat(refusalOf(HEADER, claims)).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void refusesOtherEncodingsThanUtf8() {
        byte[] utf16 = CLAIMS.getBytes(StandardCharsets.UTF_16LE);
        assertThat(refusalOf(encoded(HEADER) + "." + encoded(utf16) + ".c2ln")).isEqualTo(Reason.MALFORMED);
        byte[] latin = "{\"sub\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusalOf(encoded(HEADER) + "." + encoded(latin) + ".c2ln")).isEqualTo(Reason.MALFORMED);
        assertThat(refusalOf(encoded("\ufeff" + HEADER) + "." + encoded(CLAIMS) + ".c2ln"))
                .isEqualTo(Reason.MALFORMED);
    }

    /** Twelve of these spell the same bytes. */
    @Test
    void refusesEverySpellingButOne() {
        String header = encoded("{\"kid\":\"key1\",\"alg\":\"RS256\"}");
        assertThat(header.length() % 4).as("bits behind the last byte").isNotZero();
        for (char last : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            String respelled = header.substring(0, header.length() - 1) + last;
            if (!respelled.equals(header)) {
                assertThat(refusalOf(respelled + "." + encoded(CLAIMS) + ".c2ln"))
                        .isNotNull();
            }
        }
        assertThat(refusalOf(header + "." + encoded(CLAIMS) + ".c2lnXY")).isEqualTo(Reason.MALFORMED);
    }

    @Property(tries = 1000)
    void anyPartsAreAnswered(@ForAll byte[] header, @ForAll byte[] claims, @ForAll byte[] signature) {
        assertThat(refusalOf(encoded(header) + "." + encoded(claims) + "." + encoded(signature)))
                .isEqualTo(Reason.MALFORMED);
    }

    @Property(tries = 1000)
    void anyClaimsAreAnswered(@ForAll byte[] claims) {
        assertThat(refusalOf(encoded(HEADER) + "." + encoded(claims) + ".c2ln")).isEqualTo(Reason.MALFORMED);
    }

    /** A token with any one character changed is refused, or no longer what the key has signed. */
    @Property(tries = 1000)
    void noChangeOfACharacterStaysSigned(@ForAll int at, @ForAll int to) {
        String right = Jwts.signed(HEADER, CLAIMS, KEY).text();
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
        int position = Math.floorMod(at, right.length());
        char other = alphabet.charAt(Math.floorMod(to, alphabet.length()));
        if (right.charAt(position) == other) {
            return;
        }
        String changed = right.substring(0, position) + other + right.substring(position + 1);
        try {
            assertThat(SignedToken.parse(new BearerToken(changed)).isSignedBy(KEY.getPublic()))
                    .isFalse();
        } catch (RefusedTokenException e) {
            assertThat(e.reason()).isIn(Reason.MALFORMED, Reason.ALGORITHM);
        }
    }

    @Test
    void aSignatureOfAnotherLengthIsNone() {
        String unsigned = Jwts.unsigned(HEADER, CLAIMS).text();
        String stem = unsigned.substring(0, unsigned.lastIndexOf('.') + 1);
        for (int length : new int[] {1, 255, 257, 512}) {
            String token = stem + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[length]);
            assertThat(SignedToken.parse(new BearerToken(token)).isSignedBy(KEY.getPublic()))
                    .isFalse();
        }
    }

    private static @Nullable Reason refusalOf(String header, String claims) {
        return refusalOf(Jwts.unsigned(header, claims).text());
    }

    private static @Nullable Reason refusalOf(String token) {
        try {
            SignedToken.parse(new BearerToken(token));
            return null;
        } catch (RefusedTokenException e) {
            return e.reason();
        }
    }
}
