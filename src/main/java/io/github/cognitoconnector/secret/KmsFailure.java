package io.github.cognitoconnector.secret;

import java.security.GeneralSecurityException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** AWS KMS refused or did not answer. */
final class KmsFailure extends GeneralSecurityException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    private KmsFailure(String reason) {
        super("AWS KMS: " + reason);
        this.reason = reason;
    }

    static KmsFailure of(SdkException e) {
        if (e instanceof AwsServiceException refusal) {
            AwsErrorDetails details = refusal.awsErrorDetails();
            return new KmsFailure(
                    details == null || details.errorCode() == null
                            ? "HTTP " + refusal.statusCode()
                            : details.errorCode());
        }
        return new KmsFailure("no answer (" + e.getClass().getSimpleName() + ")");
    }

    static KmsFailure ofAnotherKey() {
        return new KmsFailure("another key than the one asked for has answered");
    }

    /** What AWS calls it, without a word of the request. */
    String reason() {
        return reason;
    }
}
