package io.github.cognitoconnector.credentials;

import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.secret.Secret;
import io.github.cognitoconnector.secret.SecretField;
import io.github.cognitoconnector.x509.X509Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Credentials that were asked for and whose form is right, as they are stored: what everybody may see, and the secrets.
 * Whether AWS takes them is for the connection test to find out.
 */
public record NewCredentials(
        CredentialsType type,
        @Nullable String accessKeyIdLast4,
        @Nullable String roleArn,
        @Nullable Integer durationSeconds,
        @Nullable String trustAnchorArn,
        @Nullable String profileArn,
        @Nullable String certificateSubject,
        @Nullable Instant certificateExpiresAt,
        Map<SecretField, Secret> secrets) {

    /** The service's own credentials. */
    public static final NewCredentials DEFAULT =
            new NewCredentials(CredentialsType.DEFAULT, null, null, null, null, null, null, null, Map.of());

    private static final int SHOWN = 4;

    /**
     * @param region of the app's user pool
     * @param pointer JSON pointer to the request within the body
     * @throws ProblemException {@code VALIDATION_FAILED} with every field that does not fit
     */
    public static NewCredentials of(CredentialsRequest request, String region, String pointer, Instant now) {
        return switch (request) {
            case CredentialsRequest.Default() -> DEFAULT;
            case CredentialsRequest.Static keys -> ofKeys(keys);
            case CredentialsRequest.Role role -> ofRole(role, region, pointer);
            case CredentialsRequest.Anywhere anywhere -> ofCertificate(anywhere, region, pointer, now);
            case CredentialsRequest.Unsupported() ->
                throw ProblemException.field(
                        ProblemType.VALIDATION_FAILED,
                        pointer + "/type",
                        "The type of credentials is DEFAULT, STATIC, ASSUME_ROLE or ROLES_ANYWHERE.");
        };
    }

    private static NewCredentials ofKeys(CredentialsRequest.Static keys) {
        String id = keys.accessKeyId().reveal();
        return new NewCredentials(
                CredentialsType.STATIC,
                id.substring(id.length() - SHOWN),
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(
                        SecretField.ACCESS_KEY_ID, keys.accessKeyId(),
                        SecretField.SECRET_ACCESS_KEY, keys.secretAccessKey()));
    }

    private static NewCredentials ofRole(CredentialsRequest.Role role, String region, String pointer) {
        refuse(CredentialRules.ofRole(role.roleArn(), region, pointer));
        return new NewCredentials(
                CredentialsType.ASSUME_ROLE,
                null,
                role.roleArn(),
                seconds(role.duration()),
                null,
                null,
                null,
                null,
                Map.of());
    }

    private static NewCredentials ofCertificate(
            CredentialsRequest.Anywhere anywhere, String region, String pointer, Instant now) {
        refuse(CredentialRules.ofRolesAnywhere(
                anywhere.trustAnchorArn(), anywhere.profileArn(), anywhere.roleArn(), region, pointer));
        X509Identity identity = X509Identity.read(pointer, anywhere.certificate(), anywhere.privateKey(), now);
        return new NewCredentials(
                CredentialsType.ROLES_ANYWHERE,
                null,
                anywhere.roleArn(),
                seconds(anywhere.duration()),
                anywhere.trustAnchorArn(),
                anywhere.profileArn(),
                identity.subject(),
                identity.expiresAt(),
                Map.of(
                        SecretField.CERTIFICATE, anywhere.certificate(),
                        SecretField.PRIVATE_KEY, anywhere.privateKey()));
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.fields(ProblemType.VALIDATION_FAILED, errors);
        }
    }
}
