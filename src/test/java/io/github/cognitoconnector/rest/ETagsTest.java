package io.github.cognitoconnector.rest;

import static io.github.cognitoconnector.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.cognitoconnector.problem.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {

    private static final String CURRENT = ETags.of("webshop", 3L);

    @Property(tries = 300)
    void equalStatesHaveEqualTagsAndNoOthers(
            @ForAll @Size(max = 3) List<@AlphaChars @StringLength(max = 2) String> one,
            @ForAll @Size(max = 3) List<@AlphaChars @StringLength(max = 2) String> other) {
        assertThat(ETags.of(one.toArray()).equals(ETags.of(other.toArray()))).isEqualTo(one.equals(other));
        assertThat(ETags.of(one.toArray())).isEqualTo(ETags.of(List.copyOf(one).toArray()));
    }

    @Test
    void tellsWhereOnePartEnds() {
        assertThat(ETags.of("ab", "c")).isNotEqualTo(ETags.of("a", "bc")).isNotEqualTo(ETags.of("abc"));
    }

    @Test
    void tellsNothingFromTheWordNull() {
        assertThat(ETags.of("demo", null)).isNotEqualTo(ETags.of("demo", "null"));
    }

    @Test
    void tellsOneAttributeFromTwoThatReadTheSame() {
        var one = new TreeMap<>(Map.of("a", "1, b=2"));
        var two = new TreeMap<>(Map.of("a", "1", "b", "2"));
        assertThat(one).hasToString(two.toString());
        assertThat(ETags.of(one)).isNotEqualTo(ETags.of(two));
    }

    @Test
    void isAStrongTag() {
        assertThat(CURRENT).matches("\"[A-Za-z0-9_-]{16}\"");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "*")
    void matchesWhateverExists(@Nullable String ifMatch) {
        assertThatNoException().isThrownBy(() -> ETags.check(ifMatch, CURRENT));
    }

    @Test
    void matchesTheCurrentTagAloneAndInAList() {
        for (String ifMatch : List.of(CURRENT, " " + CURRENT + " ", "\"other\", " + CURRENT, CURRENT + ",\"x\"")) {
            assertThatNoException().isThrownBy(() -> ETags.check(ifMatch, CURRENT));
        }
    }

    @Test
    void refusesEveryOtherTag() {
        String unquoted = CURRENT.replace("\"", "");
        for (String ifMatch : List.of("\"other\"", "W/" + CURRENT, "\"a\", \"b\"", unquoted, "", "\"*\"", "W/*")) {
            assertThat(refusal(() -> ETags.check(ifMatch, CURRENT)).type()).isEqualTo(ProblemType.STALE);
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void asksForAPreconditionWhereItIsRequired(@Nullable String ifMatch) {
        assertThat(refusal(() -> ETags.required(ifMatch)).type()).isEqualTo(ProblemType.PRECONDITION_REQUIRED);
    }

    @Test
    void takesThePreconditionAsItIs() {
        assertThat(ETags.required("W/\"x\"")).isEqualTo("W/\"x\"");
    }
}
