package io.github.cognitoconnector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

class CallOutcomeTest {

    @ParameterizedTest
    @CsvSource({
        "TooManyRequestsException, 400, THROTTLED",
        "ThrottlingException, 400, THROTTLED",
        "Unheard, 429, THROTTLED",
        "AccessDeniedException, 400, REJECTED",
        "InvalidClientTokenId, 403, REJECTED",
        "ExpiredTokenException, 400, REJECTED",
        "UserNotFoundException, 400, REFUSED",
        "NotAuthorizedException, 400, REFUSED",
        "InternalErrorException, 500, FAILED",
        "Unheard, 503, FAILED"
    })
    void answersGoByCodeAndStatus(String code, int status, CallOutcome outcome) {
        AwsServiceException answer = AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
        assertThat(CallOutcome.of(answer)).isEqualTo(outcome);
        assertThat(CallOutcome.code(answer)).isEqualTo(code);
    }

    @Test
    void anAnswerWithoutACodeGoesByItsStatus() {
        AwsServiceException answer =
                AwsServiceException.builder().statusCode(502).build();
        assertThat(CallOutcome.of(answer)).isEqualTo(CallOutcome.FAILED);
        assertThat(CallOutcome.code(answer)).isEmpty();
    }

    @Test
    void whatWasNotAnsweredGoesByItsCause() {
        assertThat(CallOutcome.of(ApiCallTimeoutException.create(1))).isEqualTo(CallOutcome.TIMEOUT);
        assertThat(CallOutcome.of(SdkClientException.create("late", new SocketTimeoutException())))
                .isEqualTo(CallOutcome.TIMEOUT);
        assertThat(CallOutcome.of(SdkClientException.create("refused", new ConnectException())))
                .isEqualTo(CallOutcome.CONNECTION);
        assertThat(CallOutcome.of(SdkClientException.create("no credentials"))).isEqualTo(CallOutcome.UNSENT);
    }
}
