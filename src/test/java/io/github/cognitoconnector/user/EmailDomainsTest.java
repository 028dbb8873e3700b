package io.github.cognitoconnector.user;

import static io.github.cognitoconnector.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.testing.Apps;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailDomainsTest {

    @ParameterizedTest
    @CsvSource({
        "example.com, ada@example.com",
        "example.com, ADA@EXAMPLE.COM",
        "EXAMPLE.com, ada@example.com",
        "example.com, ada+tag@example.com",
        "*.example.com, ada@eu.example.com",
        "*.example.com, ada@a.b.EXAMPLE.com",
        "münchen.example, ada@münchen.example",
        "münchen.example, ada@MÜNCHEN.example",
        "münchen.example, ada@xn--mnchen-3ya.example",
        "xn--mnchen-3ya.example, ada@münchen.example",
        "*.münchen.example, ada@mail.xn--mnchen-3ya.EXAMPLE",
        "example.com, ada@example。com",
        "xn--strae-oqa.example, ada@xn--strae-oqa.example"
    })
    void allows(String pattern, String email) {
        assertThat(EmailDomains.allows(List.of("other.org", pattern), email)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com.evil.org",
                "ada@evilexample.com",
                "ada@evil-example.com",
                "ada@eu.example.com",
                "ada@example.co",
                "ada@example.com.",
                "ada@.example.com",
                "ada@example..com",
                "ada@evil.org。example.com",
                "ada@example.com。evil.org",
                "ada@examp\u200dle.com",
                "ada@exampl\u0435.com",
                "ada@example.com@evil.org",
                "ada@evil.org@example.com",
                "ada@evil.org,eve@example.com",
                "@example.com",
                "example.com",
                "ada",
                "ada@",
                "@",
                "",
                "ada@example.com ",
                "ada@ example.com",
                "ada@example.com\n",
                "ada@example.com\u0000",
                "ada@example.com/evil.org",
                "ada@[127.0.0.1]"
            })
    void refusesEverythingButTheDomain(String email) {
        assertThat(EmailDomains.allows(List.of("example.com"), email)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com",
                "ada@evilexample.com",
                "ada@eu.example.com.evil.org",
                "ada@.example.com",
                "ada@eu.example.com.",
                "ada@eu.example.com@evil.org"
            })
    void wildcardIsWhatLiesBelow(String email) {
        assertThat(EmailDomains.allows(List.of("*.example.com"), email)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*.", "*.exa mple.com", "", " ", "*.*.com", "exa mple.com", "@example.com", "*..com"})
    void patternThatIsNoDomainMatchesNothing(String pattern) {
        for (String email : List.of("ada@example.com", "ada@evil.org.", "ada@eu.example.com", "ada@", "ada@.")) {
            assertThat(EmailDomains.allows(List.of(pattern), email)).isFalse();
        }
    }

    @Test
    void takesNoSharpSForTwo() {
        assertThat(EmailDomains.allows(List.of("strasse.example"), "ada@straße.example"))
                .isFalse();
        assertThat(EmailDomains.allows(List.of("νικοσ.example"), "ada@νικος.example"))
                .isFalse();
    }

    @Test
    void appWithoutDomainsAllowsAll() {
        assertThatNoException().isThrownBy(() -> EmailDomains.check(Apps.plain(), "no address at all", "/x"));
    }

    @Test
    void pointsAtTheAddressAndDoesNotRepeatIt() {
        var app = Apps.withEmailDomains("example.com");
        assertThatNoException().isThrownBy(() -> EmailDomains.check(app, "ada@example.com", "/x"));
        ProblemException refused = refusal(() -> EmailDomains.check(app, "ada@evil.org", "/attributes/email"));
        assertThat(refused.type()).isEqualTo(ProblemType.EMAIL_DOMAIN_NOT_ALLOWED);
        assertThat(refused.errors()).extracting(FieldError::pointer).containsExactly("/attributes/email");
        assertThat(refused).hasMessageNotContaining("evil");
    }

    @Property(tries = 500)
    void noSuffixMakesAForeignDomainAllowed(@ForAll("labels") String suffix) {
        assertThat(EmailDomains.allows(List.of("example.com", "*.example.com"), "ada@example.com." + suffix))
                .isFalse();
    }

    @Property(tries = 500)
    void anyAddressIsAnswered(@ForAll String local, @ForAll String domain) {
        assertThat(EmailDomains.allows(List.of("example.com", "*.example.com"), local + "@" + domain + ".org"))
                .isFalse();
    }

    @Provide
    Arbitrary<String> labels() {
        return Arbitraries.strings().withChars("abcmo-.xn").ofMaxLength(12).filter(s -> !s.endsWith("example.com"));
    }
}
