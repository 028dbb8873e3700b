package io.github.cognitoconnector.credentials;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An app's credentials as everybody may see them.
 *
 * @param accessKeyIdLast4 the end of the access key id
 * @param externalId what the role's trust policy has to ask for as {@code sts:ExternalId}; made by this service
 * @param durationSeconds of a session
 * @param certificateExpiresAt when the first certificate of the chain ends
 * @param version counts the changes of the credentials, from 1
 * @param expiresAt when the session ends that this replica holds; absent while it holds none
 * @param warnings what will stop to work unless somebody does something
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(readOnly = true)
public record CredentialsView(
        CredentialsType type,
        @Nullable String accessKeyIdLast4,
        @Nullable String roleArn,
        @Nullable String externalId,
        @Nullable Integer durationSeconds,
        @Nullable String trustAnchorArn,
        @Nullable String profileArn,
        @Nullable String certificateSubject,
        @Nullable Instant certificateExpiresAt,
        int version,
        @Nullable Instant expiresAt,
        @Nullable List<Warning> warnings) {

    /**
     * Something that ends soon or has ended.
     *
     * @param code {@code certificate-expires}, {@code certificate-expired} or {@code session-not-renewed}
     */
    @Schema(name = "CredentialsWarning")
    public record Warning(String code, String detail) {}

    /** The same with what is known at this moment. */
    CredentialsView at(@Nullable Instant sessionEnd, List<Warning> current) {
        return new CredentialsView(
                type,
                accessKeyIdLast4,
                roleArn,
                externalId,
                durationSeconds,
                trustAnchorArn,
                profileArn,
                certificateSubject,
                certificateExpiresAt,
                version,
                sessionEnd,
                current);
    }
}
