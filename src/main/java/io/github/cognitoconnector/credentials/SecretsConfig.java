package io.github.cognitoconnector.credentials;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How secrets are encrypted. */
@ConfigMapping(prefix = "connector.secrets")
public interface SecretsConfig {

    /**
     * Tink keyset of AES-GCM keys as JSON, or {@code file:} and the path of such a file. Every replica needs the same
     * one. Without it each process makes its own at start, and cursors end with the process.
     */
    Optional<String> keyset();
}
