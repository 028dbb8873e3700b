package io.github.cognitoconnector.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.problem.Upstream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.http.NoHttpResponseException;
import org.apache.http.conn.ConnectTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

class CognitoErrorsTest {

    private static final String MESSAGE = "ada@example.com is not to be seen";

    @ParameterizedTest
    @CsvSource({
        "400, UserNotFoundException, USER_NOT_FOUND",
        "400, UsernameExistsException, USER_EXISTS",
        "400, AliasExistsException, ALIAS_EXISTS",
        "400, GroupExistsException, GROUP_EXISTS",
        "400, InvalidPasswordException, INVALID_PASSWORD",
        "400, PasswordHistoryPolicyViolationException, INVALID_PASSWORD",
        "400, InvalidParameterException, VALIDATION_FAILED",
        "400, UserLambdaValidationException, VALIDATION_FAILED",
        "400, UnsupportedUserStateException, UNSUPPORTED_STATE",
        "400, NotAuthorizedException, UNSUPPORTED_STATE",
        "400, UserNotConfirmedException, UNSUPPORTED_STATE",
        "400, PasswordResetRequiredException, UNSUPPORTED_STATE",
        "400, InvalidUserPoolConfigurationException, UNSUPPORTED_STATE",
        "400, UserPoolAddOnNotEnabledException, UNSUPPORTED_STATE",
        "400, CodeDeliveryFailureException, PARTIAL_WRITE",
        "400, LimitExceededException, THROTTLED",
        "400, TooManyRequestsException, THROTTLED",
        "400, ThrottlingException, THROTTLED",
        "400, Throttling, THROTTLED",
        "429, SomethingNewAboutTooMany, THROTTLED",
        "400, AccessDeniedException, CREDENTIALS_REJECTED",
        "401, NotAuthorized, CREDENTIALS_REJECTED",
        "400, UnrecognizedClientException, CREDENTIALS_REJECTED",
        "403, InvalidClientTokenId, CREDENTIALS_REJECTED",
        "403, MissingAuthenticationTokenException, CREDENTIALS_REJECTED",
        "403, InvalidSignatureException, CREDENTIALS_REJECTED",
        "403, IncompleteSignature, CREDENTIALS_REJECTED",
        "403, ExpiredTokenException, CREDENTIALS_REJECTED",
        "403, OptInRequired, CREDENTIALS_REJECTED",
        "400, ResourceNotFoundException, UPSTREAM_FAILED",
        "400, SomethingNewException, UPSTREAM_FAILED",
        "404, UnknownOperationException, UPSTREAM_FAILED",
        "500, InternalErrorException, UPSTREAM_UNAVAILABLE",
        "500, InternalFailure, UPSTREAM_UNAVAILABLE",
        "503, ServiceUnavailable, UPSTREAM_UNAVAILABLE",
        "500, SomethingNewException, UPSTREAM_UNAVAILABLE"
    })
    void translates(int status, String code, ProblemType type) {
        ProblemException problem = CognitoErrors.translate(answer(status, code, MESSAGE));
        assertThat(problem.type()).isEqualTo(type);
        assertThat(problem.upstream()).isEqualTo(new Upstream("cognito-idp", code, "request-1"));
        assertThat(problem.detail()).isNotBlank().doesNotContain("ada@example.com");
        assertThat(problem).hasMessageNotContaining("ada@example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "ResourceNotFoundException, Group not found: ada, GROUP_NOT_FOUND",
        "ResourceNotFoundException, Device does not exist. ada, NOT_FOUND",
        "InvalidParameterException, 'Merging is not currently supported, ada', UNSUPPORTED_STATE",
        "ResourceNotFoundException, 'Merging is not currently supported, ada', UPSTREAM_FAILED",
        "InvalidParameterException, Device does not exist., VALIDATION_FAILED"
    })
    void goesByTheMessageWhereTheCodeIsOfSeveral(String code, String message, ProblemType type) {
        ProblemException problem = CognitoErrors.translate(answer(400, code, message));
        assertThat(problem.type()).isEqualTo(type);
        assertThat(problem.detail()).doesNotContain("ada");
    }

    @Test
    void tellsAMissingClientByItsMessage() {
        ProblemException problem = CognitoErrors.translate(
                answer(400, "ResourceNotFoundException", "User pool client ada@example.com does not exist."));
        assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(problem.detail()).doesNotContain("ada");
    }

    @Test
    void takesOtherMissingThingsForThePool() {
        for (String message : new String[] {"User pool x does not exist. Group not found", "", null}) {
            assertThat(CognitoErrors.translate(answer(400, "ResourceNotFoundException", message))
                            .type())
                    .isEqualTo(ProblemType.UPSTREAM_FAILED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, UPSTREAM_FAILED",
        "413, UPSTREAM_FAILED",
        "429, THROTTLED",
        "500, UPSTREAM_UNAVAILABLE",
        "502, UPSTREAM_UNAVAILABLE"
    })
    void goesByTheStatusWhereThereIsNoCode(int status, ProblemType type) {
        SdkException bare = AwsServiceException.builder()
                .statusCode(status)
                .message(MESSAGE)
                .build();
        ProblemException problem = CognitoErrors.translate(bare);
        assertThat(problem.type()).isEqualTo(type);
        assertThat(problem.upstream()).isEqualTo(new Upstream("cognito-idp", null, null));
        assertThat(problem.detail()).doesNotContain("ada@example.com");
    }

    static Stream<SdkException> timeouts() {
        return Stream.of(
                ApiCallTimeoutException.create(10_000),
                ApiCallAttemptTimeoutException.create(10_000),
                failed(new SocketTimeoutException("Read timed out")));
    }

    @ParameterizedTest
    @MethodSource("timeouts")
    void noAnswerInTimeIsATimeout(SdkException timeout) {
        ProblemException problem = CognitoErrors.translate(timeout);
        assertThat(problem.type()).isEqualTo(ProblemType.UPSTREAM_TIMEOUT);
        assertThat(problem.upstream()).isEqualTo(new Upstream("cognito-idp", null, null));
    }

    static Stream<SdkException> connectionFailures() {
        return Stream.of(
                failed(new ConnectException("Connection refused")),
                failed(new UnknownHostException(MESSAGE)),
                failed(new SocketException("Connection reset")),
                failed(new NoHttpResponseException(MESSAGE)),
                failed(new ConnectTimeoutException(new SocketTimeoutException("Connect timed out"), null)),
                failed(new IllegalStateException(new IOException(MESSAGE))));
    }

    @ParameterizedTest
    @MethodSource("connectionFailures")
    void noConnectionIsUnavailable(SdkException failure) {
        ProblemException problem = CognitoErrors.translate(failure);
        assertThat(problem.type()).isEqualTo(ProblemType.UPSTREAM_UNAVAILABLE);
        assertThat(problem.detail()).doesNotContain("ada@example.com");
        assertThat(problem.retryAfter()).isNotNull();
    }

    @Test
    void noCredentialsAtAllAreRejectedOnes() {
        ProblemException problem = CognitoErrors.translate(SdkClientException.create("Unable to load credentials"));
        assertThat(problem.type()).isEqualTo(ProblemType.CREDENTIALS_REJECTED);
        assertThat(problem.detail()).doesNotContain("Unable to load");
    }

    private static SdkException failed(Exception cause) {
        return SdkClientException.create("Unable to execute HTTP request", cause);
    }

    private static SdkException answer(int status, String code, String message) {
        return CognitoIdentityProviderException.builder()
                .statusCode(status)
                .requestId("request-1")
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("CognitoIdentityProvider")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
