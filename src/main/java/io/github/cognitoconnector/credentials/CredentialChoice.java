package io.github.cognitoconnector.credentials;

import io.github.cognitoconnector.secret.Secret;
import io.github.cognitoconnector.secret.SecretField;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose AWS credentials the calls of an app are signed with. Sealed, and switched without a default, so that a new
 * choice fails to compile where it is forgotten.
 */
public sealed interface CredentialChoice {

    /** What callers and the database call it. */
    CredentialsType type();

    /** The choice that was stored: what everybody may see of it, and its secrets. */
    static CredentialChoice of(CredentialsView stored, Map<SecretField, Secret> secrets) {
        return switch (stored.type()) {
            case DEFAULT -> new DefaultChain();
            case STATIC ->
                new StaticKeys(
                        secret(secrets, SecretField.ACCESS_KEY_ID), secret(secrets, SecretField.SECRET_ACCESS_KEY));
            case ASSUME_ROLE ->
                new AssumeRole(present(stored.roleArn()), present(stored.externalId()), duration(stored));
            case ROLES_ANYWHERE ->
                new RolesAnywhere(
                        present(stored.trustAnchorArn()),
                        present(stored.profileArn()),
                        present(stored.roleArn()),
                        secret(secrets, SecretField.CERTIFICATE),
                        secret(secrets, SecretField.PRIVATE_KEY),
                        duration(stored));
        };
    }

    private static Secret secret(Map<SecretField, Secret> secrets, SecretField field) {
        return present(secrets.get(field));
    }

    private static Duration duration(CredentialsView stored) {
        return Duration.ofSeconds(present(stored.durationSeconds()));
    }

    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value, "The stored credentials are not complete");
    }

    /**
     * The AWS SDK's default chain of the process: environment, system properties, web identity, container, instance.
     *
     * @see <a href="https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/credentials-chain.html">Default
     *     credentials provider chain</a>
     */
    record DefaultChain() implements CredentialChoice {
        @Override
        public CredentialsType type() {
            return CredentialsType.DEFAULT;
        }
    }

    /**
     * Long-term access keys of an IAM user.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html">Access keys</a>
     */
    record StaticKeys(Secret accessKeyId, Secret secretAccessKey) implements CredentialChoice {
        @Override
        public CredentialsType type() {
            return CredentialsType.STATIC;
        }
    }

    /**
     * Sessions of a role that the service's own credentials assume.
     *
     * @param externalId made by this service for the app; the role's trust policy asks for it
     * @param duration of a session, 15 minutes to 12 hours
     * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
     */
    record AssumeRole(String roleArn, String externalId, Duration duration) implements CredentialChoice {
        @Override
        public CredentialsType type() {
            return CredentialsType.ASSUME_ROLE;
        }
    }

    /**
     * Sessions of a role for whoever holds the key of an X.509 certificate.
     *
     * @param certificate PEM: the end-entity certificate, then the intermediate ones
     * @param privateKey PEM of the end-entity certificate's key, RSA or EC
     * @param duration of a session, 15 minutes to 12 hours
     * @see <a href="https://docs.aws.amazon.com/rolesanywhere/latest/userguide/authentication-create-session.html">CreateSession</a>
     */
    record RolesAnywhere(
            String trustAnchorArn,
            String profileArn,
            String roleArn,
            Secret certificate,
            Secret privateKey,
            Duration duration)
            implements CredentialChoice {
        @Override
        public CredentialsType type() {
            return CredentialsType.ROLES_ANYWHERE;
        }
    }
}
