package io.github.cognitoconnector.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/apps/",
                "/v1/apps/demo/users/a%2Fb",
                "/v1/apps/demo/users/a%5Cb",
                "/v1/apps/demo/users/%3B",
                "/v1/apps/demo/users/%252e%252e",
                "/v1/apps/demo/users/...",
                "/v1/apps/demo/users/username:..",
                "/v1/apps/demo/users/a+b@c*~"
            })
    void takesWhatHasOneMeaning(String path) {
        assertThat(PathRules.flawOf(path)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "v1/apps",
                "http://localhost/v1/apps",
                "localhost:443",
                "/v1/apps#a",
                "/v1/apps;a=b",
                "/v1\\apps",
                "/v1/ä",
                "/v1/a b",
                "/v1/a\tb",
                "//v1/apps",
                "/v1//apps",
                "/v1/apps//",
                "/v1/./apps",
                "/v1/apps/..",
                "/v1/%2e/apps",
                "/v1/apps/.%2E/x",
                "/v1/apps/%00",
                "/v1/apps/a%0d%0ab",
                "/v1/apps/%7f",
                "/v1/apps/%ff"
            })
    void refusesWhatCouldHaveTwo(String path) {
        assertThat(PathRules.flawOf(path)).isNotBlank();
    }

    @Property(tries = 500)
    void neverThrows(@ForAll String path) {
        PathRules.flawOf("/" + path);
        assertThat(PathRules.flawOf("/a" + path + ";")).isNotNull();
    }

    @Property(tries = 300)
    void decodesWhateverIsEncoded(@ForAll("unicode") String segment) {
        String encoded = URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(PathRules.decodes("/v1/apps/" + encoded)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/v1/apps", "/%41", "/%c3%a4", "/%F0%9F%99%82", "/%25", "/a%2Fb", "/+"})
    void decodes(String path) {
        assertThat(PathRules.decodes(path)).isTrue();
    }

    /** Cut off, not hexadecimal, and what UTF-8 does not have: bytes alone, long forms, surrogates, beyond Unicode. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%",
                "/%4",
                "/%zz",
                "/%4g",
                "/% 1",
                "/%+1",
                "/%%41",
                "/%80",
                "/%ff",
                "/%c3",
                "/%c3/a",
                "/%c0%af",
                "/%ed%a0%80",
                "/%f4%90%80%80",
                "/%e2%82"
            })
    void doesNotDecode(String path) {
        assertThat(PathRules.decodes(path)).isFalse();
    }

    @Property(tries = 500)
    void decodingNeverThrows(@ForAll("percents") String path) {
        if (path.indexOf('%') < 0) {
            assertThat(PathRules.decodes(path)).isTrue();
        }
        assertThat(PathRules.decodes(path + "%")).isFalse();
    }

    @Provide
    Arbitrary<String> unicode() {
        return Arbitraries.strings().filter(StandardCharsets.UTF_8.newEncoder()::canEncode);
    }

    @Provide
    Arbitrary<String> percents() {
        return Arbitraries.strings().withChars("%/0189abcdefgFZ ");
    }
}
