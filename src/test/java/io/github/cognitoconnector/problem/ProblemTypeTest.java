package io.github.cognitoconnector.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTypeTest {

    /** The contract with callers: every status and its codes. */
    private static final String CONTRACT = """
            400 invalid-request invalid-cursor invalid-filter invalid-path
            401 unauthenticated
            403 forbidden
            404 not-found app-not-found user-not-found group-not-found job-not-found
            405 method-not-allowed
            406 not-acceptable
            409 app-exists user-exists alias-exists group-exists group-not-empty ambiguous-user unsupported-state
            409 idempotency-in-flight
            412 stale
            413 content-too-large
            415 unsupported-media-type
            422 validation-failed region-mismatch invalid-attribute invalid-password invalid-group
            422 email-domain-not-allowed idempotency-mismatch
            428 precondition-required
            429 throttled
            431 request-header-fields-too-large
            500 internal
            502 credentials-rejected upstream-failed partial-write
            503 upstream-unavailable database-unavailable identity-provider-unavailable overloaded
            504 upstream-timeout
            """;

    private static final Map<String, Integer> STATUS_OF_CODE = CONTRACT.lines()
            .map(line -> line.split(" "))
            .flatMap(words -> Arrays.stream(words).skip(1).map(code -> Map.entry(code, Integer.valueOf(words[0]))))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    @Test
    void everyCodeOfTheContractExists() {
        Set<String> codes =
                Stream.of(ProblemType.values()).map(ProblemType::code).collect(Collectors.toSet());
        assertThat(codes).containsAll(STATUS_OF_CODE.keySet());
    }

    @ParameterizedTest
    @EnumSource
    void isInTheContractWithItsStatus(ProblemType type) {
        assertThat(STATUS_OF_CODE).containsEntry(type.code(), type.status());
    }

    @ParameterizedTest
    @EnumSource
    void isNamedByItsCode(ProblemType type) {
        assertThat(type.code()).matches("[a-z]+(-[a-z]+)*");
        assertThat(type.uri()).isEqualTo("urn:cognito-connector:problem:" + type.code());
        assertThat(type.title()).isNotBlank().doesNotEndWith(".");
    }

    @Test
    void onlyPassingTroubleIsRetryable() {
        assertThat(Stream.of(ProblemType.values()).filter(ProblemType::retryable))
                .containsExactlyInAnyOrder(
                        ProblemType.IDEMPOTENCY_IN_FLIGHT,
                        ProblemType.THROTTLED,
                        ProblemType.UPSTREAM_UNAVAILABLE,
                        ProblemType.DATABASE_UNAVAILABLE,
                        ProblemType.IDENTITY_PROVIDER_UNAVAILABLE,
                        ProblemType.OVERLOADED,
                        ProblemType.UPSTREAM_TIMEOUT);
    }

    @Test
    void frameworkStatusBecomesTheTypeOfThatStatus() {
        for (int status = 400; status < 600; status++) {
            ProblemType type = ProblemType.ofStatus(status);
            assertThat(type == ProblemType.INTERNAL || type.status() == status).isTrue();
        }
        assertThat(Stream.of(400, 401, 403, 404, 405, 406, 413, 415, 431).map(ProblemType::ofStatus))
                .doesNotContain(ProblemType.INTERNAL);
        assertThat(ProblemType.ofStatus(418)).isEqualTo(ProblemType.INTERNAL);
    }
}
