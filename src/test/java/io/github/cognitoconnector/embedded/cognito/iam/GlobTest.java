package io.github.cognitoconnector.embedded.cognito.iam;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "a*c,abbc,true",
        "a*c,ac,true",
        "a*c,acd,false",
        "*,anything,true",
        "*a*b*,xxaxxbxx,true",
        "*a*b*,xxbxxa,false",
        "a?c,abc,true",
        "a?c,ac,false",
        "abc,abc,true",
        "abc,abcd,false",
        "abc*,abc,true",
        "a.c,abc,false"
    })
    void starIsManyAndQuestionMarkIsOne(String glob, String text, boolean matches) {
        assertThat(Glob.matches(glob, text)).isEqualTo(matches);
    }
}
