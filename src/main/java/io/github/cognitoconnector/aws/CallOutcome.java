package io.github.cognitoconnector.aws;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** How a call of a service of AWS has ended, with all its attempts; few enough to be told apart by metrics. */
public enum CallOutcome {
    OK,
    /** One request too many. */
    THROTTLED,
    /** The credentials are not taken, or do not allow it. */
    REJECTED,
    /** The service does not do it; mostly what the caller asked for. */
    REFUSED,
    /** The service has a failure of its own. */
    FAILED,
    /** No answer in time. */
    TIMEOUT,
    /** The connection failed. */
    CONNECTION,
    /** Given up before it was sent, or sent again: no credentials, or no place in the quota. */
    UNSENT;

    private static final int SERVER_ERROR = 500;

    private static final Set<String> REJECTIONS = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "ExpiredToken",
            "ExpiredTokenException",
            "IncompleteSignature",
            "IncompleteSignatureException",
            "InvalidClientTokenId",
            "InvalidSignatureException",
            "MissingAuthenticationTokenException",
            "NotAuthorized",
            "OptInRequired",
            "SignatureDoesNotMatch",
            "UnrecognizedClientException");

    /** By the exception with which it has ended. */
    public static CallOutcome of(Throwable failure) {
        if (failure instanceof AwsServiceException answer) {
            return of(answer);
        }
        if (failure instanceof ApiCallTimeoutException || failure instanceof ApiCallAttemptTimeoutException) {
            return TIMEOUT;
        }
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof IOException) {
                return t instanceof SocketTimeoutException ? TIMEOUT : CONNECTION;
            }
        }
        return failure instanceof AbortedException ? CONNECTION : UNSENT;
    }

    private static CallOutcome of(AwsServiceException answer) {
        if (answer.isThrottlingException()) {
            return THROTTLED;
        }
        if (REJECTIONS.contains(code(answer))) {
            return REJECTED;
        }
        return answer.statusCode() >= SERVER_ERROR ? FAILED : REFUSED;
    }

    /** AWS's code of the error; empty if there is none. */
    static String code(Throwable failure) {
        return failure instanceof AwsServiceException answer
                        && answer.awsErrorDetails() != null
                        && answer.awsErrorDetails().errorCode() != null
                ? answer.awsErrorDetails().errorCode()
                : "";
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
