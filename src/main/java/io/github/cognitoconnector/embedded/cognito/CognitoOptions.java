package io.github.cognitoconnector.embedded.cognito;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to start an embedded Cognito.
 *
 * @param port 0 for any free one
 * @param signingKey a PEM file with an RSA private key in PKCS#8 form that signs access tokens until keys are rotated;
 *     null for a generated one
 */
public record CognitoOptions(int port, @Nullable Path signingKey) {

    public static CognitoOptions onPort(int port) {
        return new CognitoOptions(port, null);
    }

    public CognitoOptions withSigningKey(Path file) {
        return new CognitoOptions(port, file);
    }
}
