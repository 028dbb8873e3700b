package io.github.cognitoconnector.credentials;

import java.time.Instant;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Temporary credentials and when they end. */
record Session(AwsSessionCredentials credentials, Instant expiresAt) {

    @Override
    public String toString() {
        return "Session[expiresAt=" + expiresAt + "]";
    }
}
