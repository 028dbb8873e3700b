package io.github.cognitoconnector.embedded;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.Optional;

/** The embedded parts. */
@ConfigMapping(prefix = "connector.embedded")
public interface EmbeddedConfig {

    /**
     * Folder of PostgreSQL's data and of a keyset for secrets, which survive restarts; in tests there is none, and data is
     * thrown away.
     */
    @ConfigDocDefault(".connector")
    Optional<Path> dataDir();

    PostgreSql postgresql();

    Cognito cognito();

    /** The embedded PostgreSQL. */
    interface PostgreSql {

        /** TCP port on loopback, 1 to 65535. */
        @WithDefault("54329")
        @Min(1) @Max(65535) int port();
    }

    /** The embedded Cognito. */
    interface Cognito {

        /** TCP port on loopback, 1 to 65535. */
        @WithDefault("9229")
        @Min(1) @Max(65535) int port();

        /** PEM file (PKCS#8) with the RSA private key that signs access tokens. */
        @ConfigDocDefault("made at start")
        Optional<Path> signingKey();

        /** Whether the embedded Cognito is started and nothing else, neither the service nor its database. */
        @WithDefault("false")
        boolean alone();
    }
}
