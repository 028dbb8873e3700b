package io.github.cognitoconnector.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SessionNameTest {

    @Test
    void namesAppAndCaller() {
        assertThat(SessionName.of("webshop", "2iqdo52jkqg0q2cqbe76qah08"))
                .isEqualTo("webshop@2iqdo52jkqg0q2cqbe76qah08");
    }

    @Property
    void stsTakesAnyName(
            @ForAll @AlphaChars @StringLength(min = 2, max = 63) String app,
            @ForAll @StringLength(min = 1, max = 128) String caller) {
        assertThat(SessionName.of(app, caller)).matches("[\\w+=,.@-]{2,64}");
    }

    @Property
    void longNamesStillDiffer(
            @ForAll @AlphaChars @StringLength(min = 2, max = 63) String app,
            @ForAll @AlphaChars @StringLength(min = 1, max = 128) String caller,
            @ForAll @AlphaChars @StringLength(min = 1, max = 128) String other) {
        Assume.that(!caller.equals(other));
        assertThat(SessionName.of(app, caller)).isNotEqualTo(SessionName.of(app, other));
    }
}
