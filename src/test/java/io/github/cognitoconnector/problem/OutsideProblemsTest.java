package io.github.cognitoconnector.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures that come from the database and from the verification of tokens. */
class OutsideProblemsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08000", "08001", "08003", "08006", "57P01", "57P02", "57P03", "53300", "40P01", "55P03", "57014",
                "25P03"
            })
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
    @ValueSource(strings = {"23505", "42601", "22021", "40001", "53200", ""})
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
}
