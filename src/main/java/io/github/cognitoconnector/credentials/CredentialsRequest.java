package io.github.cognitoconnector.credentials;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.cognitoconnector.secret.Secret;
import io.github.cognitoconnector.secret.SecretPattern;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/** The choice of credentials as callers send it; {@code type} tells which. Secrets go in and never come out. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = CredentialsRequest.Unsupported.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = CredentialsRequest.Default.class, name = "DEFAULT"),
    @JsonSubTypes.Type(value = CredentialsRequest.Static.class, name = "STATIC"),
    @JsonSubTypes.Type(value = CredentialsRequest.Role.class, name = "ASSUME_ROLE"),
    @JsonSubTypes.Type(value = CredentialsRequest.Anywhere.class, name = "ROLES_ANYWHERE")
})
@Schema(
        name = "CredentialsRequest",
        description = "Whose AWS credentials the app's calls are signed with. `DEFAULT` is the service's own.",
        oneOf = {
            CredentialsRequest.Default.class,
            CredentialsRequest.Static.class,
            CredentialsRequest.Role.class,
            CredentialsRequest.Anywhere.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "DEFAULT", schema = CredentialsRequest.Default.class),
            @DiscriminatorMapping(value = "STATIC", schema = CredentialsRequest.Static.class),
            @DiscriminatorMapping(value = "ASSUME_ROLE", schema = CredentialsRequest.Role.class),
            @DiscriminatorMapping(value = "ROLES_ANYWHERE", schema = CredentialsRequest.Anywhere.class)
        },
        examples = "{\"type\": \"DEFAULT\"}")
public sealed interface CredentialsRequest {

    int DEFAULT_DURATION_SECONDS = 3600;

    /** The service's own credentials. */
    @Schema(
            name = "DefaultCredentials",
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "DEFAULT"),
            requiredProperties = "type",
            examples = "{\"type\": \"DEFAULT\"}")
    record Default() implements CredentialsRequest {}

    /** Access keys of an IAM user. */
    @Schema(
            name = "StaticCredentials",
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "STATIC"),
            requiredProperties = "type",
            examples = """
                    {"type": "STATIC", "accessKeyId": "AKIAIOSFODNN7EXAMPLE",
                     "secretAccessKey": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}""")
    record Static(
            @NotNull @SecretPattern(
                    regexp = "(?!ASIA)\\w{16,128}",
                    message =
                            "An access key id has 16 to 128 letters and digits; temporary ones (ASIA…) are had by ASSUME_ROLE")
            Secret accessKeyId,

            @NotNull @SecretPattern(
                    regexp = "[\\x21-\\x7e]{16,128}",
                    message = "A secret access key has 16 to 128 characters, no spaces")
            Secret secretAccessKey)
            implements CredentialsRequest {}

    /**
     * A role that the service's own credentials assume.
     *
     * @param durationSeconds of a session; default 3600
     */
    @Schema(
            name = "AssumeRoleCredentials",
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "ASSUME_ROLE"),
            requiredProperties = "type",
            examples = """
                    {"type": "ASSUME_ROLE", "roleArn": "arn:aws:iam::111122223333:role/webshop", "durationSeconds": 3600}""")
    record Role(
            @NotNull @Pattern(regexp = Arns.ROLE, message = ROLE_ARN) String roleArn,

            @Nullable @Min(900) @Max(43_200) Integer durationSeconds)
            implements CredentialsRequest {

        Duration duration() {
            return Duration.ofSeconds(durationSeconds == null ? DEFAULT_DURATION_SECONDS : durationSeconds);
        }
    }

    /**
     * A role for the holder of an X.509 certificate's key.
     *
     * @param certificate PEM: the end-entity certificate, then intermediate ones
     * @param privateKey PEM, not encrypted: PKCS#8, PKCS#1 or SEC1
     * @param durationSeconds of a session; default 3600
     */
    @Schema(
            name = "RolesAnywhereCredentials",
            properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "ROLES_ANYWHERE"),
            requiredProperties = "type")
    record Anywhere(
            @NotNull @Pattern(
                    regexp = Arns.TRUST_ANCHOR,
                    message = "A trust anchor looks like arn:aws:rolesanywhere:<region>:<account>:trust-anchor/<id>")
            String trustAnchorArn,

            @NotNull @Pattern(
                    regexp = Arns.PROFILE,
                    message = "A profile looks like arn:aws:rolesanywhere:<region>:<account>:profile/<id>")
            String profileArn,

            @NotNull @Pattern(regexp = Arns.ROLE, message = ROLE_ARN) String roleArn,

            @NotNull Secret certificate,
            @NotNull Secret privateKey,

            @Nullable @Min(900) @Max(43_200) Integer durationSeconds)
            implements CredentialsRequest {

        Duration duration() {
            return Duration.ofSeconds(durationSeconds == null ? DEFAULT_DURATION_SECONDS : durationSeconds);
        }
    }

    /** Anything else; whatever secrets it came with are dropped unread. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(hidden = true)
    record Unsupported() implements CredentialsRequest {}

    /** What a role's ARN looks like, for whoever sent another. */
    String ROLE_ARN = "A role looks like arn:aws:iam::<account>:role/<name>";
}
