package io.github.cognitoconnector.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreatedTest {

    @Property(tries = 500)
    void segmentDecodesToTheId(@ForAll("unicode") String id) {
        assertThat(URLDecoder.decode(Created.segment(id), StandardCharsets.UTF_8))
                .isEqualTo(id);
    }

    @Property(tries = 500)
    void segmentHasOnlyUnreservedCharactersAndPercents(@ForAll("unicode") String id) {
        assertThat(Created.segment(id)).matches("([A-Za-z0-9._~-]|%[0-9A-F]{2})*");
        assertThat(URI.create("/v1/users/" + Created.segment(id)).getPath()).isEqualTo("/v1/users/" + id);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            ada, ada
            a b+c, a%20b%2Bc
            a/b?c#d;e, a%2Fb%3Fc%23d%3Be
            ~._-*, ~._-%2A
            100%, 100%25
            %41, %2541
            ä🙂, %C3%A4%F0%9F%99%82
            """)
    void encodes(String id, String segment) {
        assertThat(Created.segment(id)).isEqualTo(segment);
    }

    @Provide
    Arbitrary<String> unicode() {
        return Arbitraries.oneOf(
                        Arbitraries.strings(),
                        Arbitraries.strings().ascii(),
                        Arbitraries.strings().withChars("%+ ~*/.:@;"))
                .filter(StandardCharsets.UTF_8.newEncoder()::canEncode);
    }
}
