package io.github.cognitoconnector.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures that come from the database, from HTTP and from the verification of tokens. */
class OutsideProblemsTest {

    @ParameterizedTest
    @ValueSource(strings = {"08000", "08001", "08003", "08006", "57P01", "57P02", "57P03", "53300"})
    void databaseIsAway(String sqlState) {
        SQLException away = new SQLException("FATAL", sqlState);
        assertThat(DatabaseProblems.unavailable(away)).isTrue();
        assertThat(DatabaseProblems.unavailable(new IllegalStateException(new RuntimeException(away))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acquisition timeout while waiting for new connection", "Sorry, acquisition timeout!"})
    void databaseIsAwayWhenThePoolGivesNoConnection(String message) {
        assertThat(DatabaseProblems.unavailable(new IllegalStateException(new SQLException(message))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "22021", "40001", "53200", "57014", ""})
    void statementIsWrong(String sqlState) {
        assertThat(DatabaseProblems.unavailable(new SQLException("Acquisition timeout", sqlState)))
                .isFalse();
    }

    @Test
    void otherFailuresAreNotTheDatabase() {
        assertThat(DatabaseProblems.unavailable(new IOException("Acquisition timeout")))
                .isFalse();
        assertThat(DatabaseProblems.unavailable(new SQLException())).isFalse();
    }

    @Property(tries = 300)
    void decodesWhateverIsEncoded(@ForAll("unicode") String segment) {
        String encoded = URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
        assertThat(HttpProblems.decodes("/v1/apps/" + encoded)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/v1/apps", "/%41", "/%c3%a4", "/%F0%9F%99%82", "/%25", "/a%2Fb", "/+"})
    void decodes(String path) {
        assertThat(HttpProblems.decodes(path)).isTrue();
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
        assertThat(HttpProblems.decodes(path)).isFalse();
    }

    @Property(tries = 500)
    void decodingNeverThrows(@ForAll("percents") String path) {
        if (path.indexOf('%') < 0) {
            assertThat(HttpProblems.decodes(path)).isTrue();
        }
        assertThat(HttpProblems.decodes(path + "%")).isFalse();
    }

    static Stream<Throwable> refusedTokens() {
        return Stream.of(
                new AuthenticationFailedException(),
                new AuthenticationFailedException("secret-claim"),
                new AuthenticationFailedException(new IllegalStateException("secret-claim")),
                new UnauthorizedException("secret-claim"));
    }

    @ParameterizedTest
    @MethodSource("refusedTokens")
    void refusedTokensAllLookTheSame(Throwable refused) {
        ProblemException problem = SecurityProblems.ofAuthentication(refused);
        assertThat(problem.type()).isEqualTo(ProblemType.UNAUTHENTICATED);
        assertThat(problem.detail()).isEqualTo("Send a valid Cognito access token as a bearer token.");
        assertThat(problem.errors()).isEmpty();
    }

    @Test
    void aProblemInsideIsTheProblem() {
        ProblemException inside = ProblemException.of(ProblemType.DATABASE_UNAVAILABLE, "Try again in a moment.");
        assertThat(SecurityProblems.ofAuthentication(new AuthenticationFailedException(inside)))
                .isSameAs(inside);
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
