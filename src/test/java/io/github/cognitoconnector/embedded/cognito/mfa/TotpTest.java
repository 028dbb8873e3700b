package io.github.cognitoconnector.embedded.cognito.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /** The vectors of RFC 6238, appendix B, shortened to six digits. */
    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037"})
    void knowsTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(second))).hasValue(second / 30);
    }

    @Test
    void takesOneStepOfSkewAndNoMore() {
        assertThat(Totp.step(SECRET, "287082", Instant.ofEpochSecond(29))).hasValue(1);
        assertThat(Totp.step(SECRET, "287082", Instant.ofEpochSecond(89))).hasValue(1);
        assertThat(Totp.step(SECRET, "287082", Instant.ofEpochSecond(90))).isEmpty();
        assertThat(Totp.step(SECRET, "287082", Instant.ofEpochSecond(-1))).isEmpty();
        assertThat(Totp.step(SECRET, "287083", Instant.ofEpochSecond(59))).isEmpty();
    }

    @Test
    void secretsAreLongAndDiffer() {
        assertThat(Totp.newSecret()).matches("[A-Z2-7]{52}").isNotEqualTo(Totp.newSecret());
    }
}
