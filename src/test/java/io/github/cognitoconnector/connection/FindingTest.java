package io.github.cognitoconnector.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.problem.Upstream;
import io.github.cognitoconnector.testing.Refusals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTest {

    @ParameterizedTest
    @CsvSource({
        "USER_NOT_FOUND, UserNotFoundException, ALLOWED",
        "GROUP_NOT_FOUND, ResourceNotFoundException, ALLOWED",
        "NOT_FOUND, ResourceNotFoundException, ALLOWED",
        "GROUP_EXISTS, GroupExistsException, ALLOWED",
        "VALIDATION_FAILED, InvalidParameterException, ALLOWED",
        "UNSUPPORTED_STATE, NotAuthorizedException, ALLOWED",
        "UPSTREAM_FAILED, InvalidLambdaResponseException, ALLOWED",
        "UPSTREAM_FAILED, ResourceNotFoundException, NOT_THERE",
        "UPSTREAM_FAILED, OperationNotEnabledException, UNCLEAR",
        "UPSTREAM_FAILED,, UNCLEAR",
        "CREDENTIALS_REJECTED, AccessDeniedException, DENIED",
        "CREDENTIALS_REJECTED, AccessDenied, DENIED",
        "CREDENTIALS_REJECTED, InvalidClientTokenId, NO_CREDENTIALS",
        "CREDENTIALS_REJECTED, SignatureDoesNotMatch, NO_CREDENTIALS",
        "CREDENTIALS_REJECTED,, NO_CREDENTIALS",
        "CREDENTIALS_REJECTED, RegionDisabledException, UNCLEAR",
        "THROTTLED, TooManyRequestsException, UNCLEAR",
        "UPSTREAM_UNAVAILABLE,, UNCLEAR",
        "UPSTREAM_TIMEOUT,, UNCLEAR"
    })
    void readsWhatAwsSays(ProblemType type, @Nullable String code, Finding finding) {
        assertThat(Finding.of(failure(type, code))).isEqualTo(finding);
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERNAL", "APP_NOT_FOUND", "DATABASE_UNAVAILABLE"})
    void whatAwsDidNotCauseStaysWhatItIs(ProblemType type) {
        ProblemException failure = ProblemException.of(type, "Not of AWS.");
        assertThat(Refusals.refusal(() -> Finding.of(failure))).isSameAs(failure);
    }

    private static ProblemException failure(ProblemType type, @Nullable String code) {
        return ProblemException.upstream(
                type, "Some detail.", new Upstream("cognito-idp", code, null), new IllegalStateException());
    }
}
