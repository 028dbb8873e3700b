package io.github.cognitoconnector.connection;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.problem.Upstream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the failure of a probe says. */
enum Finding {
    /** AWS would have done it for somebody who exists. */
    ALLOWED,
    /** IAM does not allow it. */
    DENIED,
    /** What was named does not exist: the pool, or what the probe named in it. */
    NOT_THERE,
    /** AWS does not take the credentials for anything. */
    NO_CREDENTIALS,
    /** AWS did not get as far as to say. */
    UNCLEAR;

    private static final Set<String> DENIALS = Set.of("AccessDeniedException", "AccessDenied", "NotAuthorized");

    private static final Set<String> NOT_TAKEN = Set.of(
            "UnrecognizedClientException",
            "InvalidClientTokenId",
            "InvalidSignatureException",
            "SignatureDoesNotMatch",
            "IncompleteSignature",
            "IncompleteSignatureException",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "ExpiredToken",
            "ExpiredTokenException",
            "OptInRequired");

    /** A trigger of the pool is run after IAM has allowed the operation. */
    private static final Set<String> OF_TRIGGERS =
            Set.of("UnexpectedLambdaException", "InvalidLambdaResponseException");

    /** @throws ProblemException the failure itself, if it is not one of AWS */
    static Finding of(ProblemException failure) {
        Upstream upstream = failure.upstream();
        String code = upstream == null ? null : upstream.code();
        return switch (failure.type()) {
            case NOT_FOUND,
                    USER_NOT_FOUND,
                    GROUP_NOT_FOUND,
                    GROUP_EXISTS,
                    USER_EXISTS,
                    ALIAS_EXISTS,
                    INVALID_PASSWORD,
                    UNSUPPORTED_STATE,
                    VALIDATION_FAILED -> ALLOWED;
            case CREDENTIALS_REJECTED -> ofRejection(code);
            case UPSTREAM_FAILED -> ofFailure(code);
            case THROTTLED, PARTIAL_WRITE, UPSTREAM_UNAVAILABLE, UPSTREAM_TIMEOUT -> UNCLEAR;
            default -> throw failure;
        };
    }

    /** Without a code nothing was sent: there was nothing to sign with. */
    private static Finding ofRejection(@Nullable String code) {
        if (code == null || NOT_TAKEN.contains(code)) {
            return NO_CREDENTIALS;
        }
        return DENIALS.contains(code) ? DENIED : UNCLEAR;
    }

    private static Finding ofFailure(@Nullable String code) {
        if ("ResourceNotFoundException".equals(code)) {
            return NOT_THERE;
        }
        return code != null && OF_TRIGGERS.contains(code) ? ALLOWED : UNCLEAR;
    }

    /** What a check gets whose question was not asked, because the earlier ones took too long. */
    static ProblemException notAsked() {
        return ProblemException.of(
                ProblemType.UPSTREAM_TIMEOUT,
                "It was not asked, since the checks before it took too long. Repeat the test.");
    }
}
