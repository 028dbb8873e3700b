package io.github.cognitoconnector.cognito;

import static java.util.Map.entry;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.problem.Upstream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What each AWS error code is to a caller. Codes, not classes, since AWS throws codes that its model does not declare;
 * and never AWS's messages, which can hold personal data.
 */
final class CognitoErrors {

    private static final String SERVICE = "cognito-idp";

    private static final Map<String, Meaning> TABLE = Map.ofEntries(
            entry("UserNotFoundException", of(ProblemType.USER_NOT_FOUND, "There is no such user in the user pool.")),
            entry("UsernameExistsException", of(ProblemType.USER_EXISTS, "Choose another username.")),
            entry("AliasExistsException", of(ProblemType.ALIAS_EXISTS, "Another user has it as a verified alias.")),
            entry("GroupExistsException", of(ProblemType.GROUP_EXISTS, "Choose another group name.")),
            entry("InvalidPasswordException", of(ProblemType.INVALID_PASSWORD, "See the password policy of the pool.")),
            entry(
                    "PasswordHistoryPolicyViolationException",
                    of(ProblemType.INVALID_PASSWORD, "The password was used before.")),
            entry(
                    "InvalidParameterException",
                    of(ProblemType.VALIDATION_FAILED, "Cognito refused a value as not valid.")),
            entry("UnsupportedUserStateException", of(ProblemType.UNSUPPORTED_STATE, "The user is in another state.")),
            entry("NotAuthorizedException", of(ProblemType.UNSUPPORTED_STATE, "Cognito does not allow this now.")),
            entry("UserNotConfirmedException", of(ProblemType.UNSUPPORTED_STATE, "The user is not confirmed.")),
            entry("PasswordResetRequiredException", of(ProblemType.UNSUPPORTED_STATE, "A password reset is pending.")),
            entry(
                    "InvalidUserPoolConfigurationException",
                    of(
                            ProblemType.UNSUPPORTED_STATE,
                            "The user pool tracks no devices. Switch device tracking on in its settings first.")),
            entry(
                    "UserPoolAddOnNotEnabledException",
                    of(
                            ProblemType.UNSUPPORTED_STATE,
                            "The user pool keeps no sign-ins. Switch threat protection on in its settings first, which needs"
                                    + " the Plus tier.")),
            entry("UserLambdaValidationException", of(ProblemType.VALIDATION_FAILED, "A trigger of the pool refused.")),
            entry("CodeDeliveryFailureException", of(ProblemType.PARTIAL_WRITE, "The message could not be sent.")),
            entry("LimitExceededException", of(ProblemType.THROTTLED, "A limit of Cognito is reached.")),
            entry("TooManyFailedAttemptsException", of(ProblemType.THROTTLED, "A limit of Cognito is reached.")),
            entry("CodeMismatchException", of(ProblemType.VALIDATION_FAILED, "The code is wrong or has expired.")),
            entry("ExpiredCodeException", of(ProblemType.VALIDATION_FAILED, "The code is wrong or has expired.")),
            entry("TooManyRequestsException", throttled()),
            entry("ThrottlingException", throttled()),
            entry("RequestLimitExceeded", throttled()),
            entry("AccessDeniedException", rejected("They do not allow this operation.")),
            entry("NotAuthorized", rejected("They do not allow this operation.")),
            entry("UnrecognizedClientException", rejected("AWS does not know them.")),
            entry("InvalidClientTokenId", rejected("AWS does not know them.")),
            entry("MissingAuthenticationTokenException", rejected("There are none.")),
            entry("InvalidSignatureException", rejected("The secret does not fit the key id.")),
            entry("IncompleteSignature", rejected("The signature is not complete.")),
            entry("IncompleteSignatureException", rejected("The signature is not complete.")),
            entry("ExpiredTokenException", rejected("They have expired.")),
            entry("OptInRequired", rejected("The account does not use Cognito.")),
            entry(
                    "ResourceNotFoundException",
                    of(ProblemType.UPSTREAM_FAILED, "The user pool of the app does not exist in its region.")),
            entry("InternalErrorException", unavailable()),
            entry("InternalFailure", unavailable()),
            entry("ServiceUnavailable", unavailable()),
            entry("ServiceUnavailableException", unavailable()));

    /** What Cognito tells only in its message. */
    private static final List<Worded> WORDED = List.of(
            new Worded(
                    "ResourceNotFoundException",
                    "Group not found",
                    of(ProblemType.GROUP_NOT_FOUND, "There is no such group in the user pool.")),
            new Worded(
                    "ResourceNotFoundException",
                    "User pool client",
                    of(ProblemType.NOT_FOUND, "There is no such client of the user pool.")),
            new Worded(
                    "ResourceNotFoundException",
                    "Device does not exist",
                    of(ProblemType.NOT_FOUND, "The user has no such device.")),
            new Worded(
                    "InvalidParameterException",
                    "Merging is not currently supported",
                    of(
                            ProblemType.UNSUPPORTED_STATE,
                            "The provider's user has signed in by himself and is a user of the pool. Delete that user"
                                    + " first.")));

    private CognitoErrors() {}

    private record Meaning(ProblemType type, String detail) {}

    /**
     * A meaning that goes by the words.
     *
     * @param words how the message begins
     */
    private record Worded(String code, String words, Meaning meaning) {

        boolean fits(@Nullable String answered, String message) {
            return code.equals(answered) && message.startsWith(words);
        }
    }

    static ProblemException translate(SdkException e) {
        if (e instanceof AwsServiceException answer) {
            return translate(answer);
        }
        Upstream upstream = new Upstream(SERVICE, null, null);
        IOException io = ioCause(e);
        if (e instanceof ApiCallTimeoutException
                || e instanceof ApiCallAttemptTimeoutException
                || io instanceof SocketTimeoutException) {
            return ProblemException.upstream(
                    ProblemType.UPSTREAM_TIMEOUT, "It is not known whether Cognito did it.", upstream, e);
        }
        return io != null || e instanceof AbortedException
                ? ProblemException.upstream(ProblemType.UPSTREAM_UNAVAILABLE, "The connection failed.", upstream, e)
                : ProblemException.upstream(
                        ProblemType.CREDENTIALS_REJECTED, "The call could not be signed or made.", upstream, e);
    }

    private static ProblemException translate(AwsServiceException e) {
        String code = code(e);
        Upstream upstream = new Upstream(SERVICE, code, e.requestId());
        Meaning meaning = WORDED.stream()
                .filter(worded -> worded.fits(code, message(e)))
                .map(Worded::meaning)
                .findFirst()
                .orElseGet(() -> byCode(code, e));
        return ProblemException.upstream(meaning.type(), meaning.detail(), upstream, e);
    }

    private static Meaning byCode(@Nullable String code, AwsServiceException e) {
        Meaning listed = code == null ? null : TABLE.get(code);
        return listed == null ? unlisted(e) : listed;
    }

    private static Meaning unlisted(AwsServiceException e) {
        if (e.isThrottlingException()) {
            return throttled();
        }
        return e.statusCode() >= 500 ? unavailable() : of(ProblemType.UPSTREAM_FAILED, "Cognito refused the call.");
    }

    private static @Nullable String code(AwsServiceException e) {
        return e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
    }

    private static String message(AwsServiceException e) {
        return e.awsErrorDetails() == null
                ? ""
                : String.valueOf(e.awsErrorDetails().errorMessage());
    }

    /** The outermost, which tells a connection that was never made from an answer that did not come. */
    private static @Nullable IOException ioCause(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof IOException io) {
                return io;
            }
        }
        return null;
    }

    private static Meaning of(ProblemType type, String detail) {
        return new Meaning(type, detail);
    }

    private static Meaning throttled() {
        return of(ProblemType.THROTTLED, "Try again later.");
    }

    private static Meaning rejected(String why) {
        return of(ProblemType.CREDENTIALS_REJECTED, "Check the credentials of the app. " + why);
    }

    private static Meaning unavailable() {
        return of(ProblemType.UPSTREAM_UNAVAILABLE, "Cognito has a failure of its own.");
    }
}
