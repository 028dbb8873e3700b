package io.github.cognitoconnector.user;

import static io.github.cognitoconnector.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserRefTest {

    @Test
    void namesTheKind() {
        assertThat(UserRef.parse("ada")).isEqualTo(new UserRef.Plain("ada"));
        assertThat(UserRef.parse("username:ada")).isEqualTo(new UserRef.Username("ada"));
        assertThat(UserRef.parse("sub:5f0c-7a11")).isEqualTo(new UserRef.Attribute("sub", "5f0c-7a11"));
        assertThat(UserRef.parse("email:a@b.c")).isEqualTo(new UserRef.Attribute("email", "a@b.c"));
        assertThat(UserRef.parse("phone:+4930")).isEqualTo(new UserRef.Attribute("phone_number", "+4930"));
    }

    @Test
    void keepsColonsOfUsernames() {
        assertThat(UserRef.parse("team:ada")).isEqualTo(new UserRef.Plain("team:ada"));
        assertThat(UserRef.parse(":ada")).isEqualTo(new UserRef.Plain(":ada"));
        assertThat(UserRef.parse("Email:ada")).isEqualTo(new UserRef.Plain("Email:ada"));
        assertThat(UserRef.parse("username:email:ada")).isEqualTo(new UserRef.Username("email:ada"));
    }

    @Test
    void takesAsManyCharactersAsCognito() {
        String longest = "x".repeat(128);
        assertThat(UserRef.parse(longest)).isEqualTo(new UserRef.Plain(longest));
        assertThat(UserRef.parse("username:" + longest)).isEqualTo(new UserRef.Username(longest));
        assertRefused(longest + "x");
        assertRefused("username:" + longest + "x");
    }

    @Test
    void takesAttributesAsLongAsCognitoCanSearch() {
        String longest = "x".repeat(256 - "email = \"\"".length());
        assertThat(UserRef.parse("email:" + longest)).isEqualTo(new UserRef.Attribute("email", longest));
        assertRefused("email:" + longest + "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a\tb",
                "a\u0000b",
                "a\nb",
                "\u00a0",
                "username:",
                "username:a b",
                "sub:",
                "email:",
                "phone:",
                "email:a\"b",
                "email:a\\b",
                "email:a\u0000b",
                "phone:\n"
            })
    void refusesWhatNamesNoUser(String segment) {
        assertRefused(segment);
    }

    @Property(tries = 500)
    void segmentNamesExactlyThatUsername(@ForAll("usernames") String username) {
        String segment = UserRef.segment(username);
        assertThat(segment).isNotEqualTo(".").isNotEqualTo("..");
        String named = switch (UserRef.parse(segment)) {
            case UserRef.Plain(String value) -> value;
            case UserRef.Username(String value) -> value;
            case UserRef.Attribute attribute -> throw new AssertionError(attribute.name());
        };
        assertThat(named).isEqualTo(username);
    }

    @Property(tries = 500)
    void anySegmentIsReadOrRefused(@ForAll("segments") String segment) {
        Throwable thrown = catchThrowable(() -> UserRef.parse(segment));
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(ProblemException.class);
            assertRefused(segment);
        }
    }

    @Test
    void neverShowsTheValueOfAnAttribute() {
        assertThat(UserRef.parse("email:ada@example.com").toString())
                .contains("email")
                .doesNotContain("ada");
    }

    @Provide
    Arbitrary<String> usernames() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("a:.").ofMinLength(1).ofMaxLength(8),
                Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(128),
                Arbitraries.of("username:ada", "email:a@b.c", "sub:1", "phone:+1", ".", "..", "...", ":", "ä🙂"));
    }

    @Provide
    Arbitrary<String> segments() {
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(300);
        return Arbitraries.oneOf(any, any.map(s -> "email:" + s), any.map(s -> "username:" + s));
    }

    private static void assertRefused(String segment) {
        assertThat(refusal(() -> UserRef.parse(segment)).type()).isEqualTo(ProblemType.INVALID_PATH);
    }
}
