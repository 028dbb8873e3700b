package io.github.cognitoconnector.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.cognitoconnector.credentials.CredentialsRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An app as callers write it.
 *
 * @param region taken only if it is the pool's own
 * @param selfSignUp default false: nobody signs himself up
 * @param preventEscalation default true: nobody puts anybody into a group that carries permissions which he does not hold
 *     himself, nor changes the password or attributes of its members
 * @param quotas requests a second by Cognito's quota category, 0.1 to 100000, that this app's calls are paced by; default the
 *     platform's. For an AWS account whose quotas were raised, or for an app that is to be slower than others
 * @param credentials default {@code DEFAULT}; on a change only by their own operation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = AppExamples.REQUEST)
public record AppRequest(
        @NotNull @Pattern(regexp = APP_ID, message = "An id has 2 to 63 of a-z, 0-9 and '-', and begins with a letter") String id,

        @NotBlank @Printable @Size(max = 256) String name,

        @NotNull @Size(max = UserPoolId.MAX_LENGTH) @Pattern(regexp = UserPoolId.PATTERN, message = "A user pool id looks like eu-central-1_BGOou5Rwx") String userPoolId,

        @Nullable String region,

        @NotEmpty @Size(max = 100) List<@NotNull @ClientId String> clientIds,

        @Nullable @Size(max = 100) List<@NotNull @GroupName String> allowedGroups,

        @Nullable @Size(max = 100) List<@NotNull @GroupName String> defaultGroups,

        @Nullable @Size(max = 100) Map<@GroupName String, @NotNull @Size(max = 100) List<@NotBlank @Printable @Size(max = 128) String>>
                roleMappings,

        @Nullable @Size(max = 100) List<@NotBlank @Printable @Size(max = 128) String> defaultRoles,

        @Nullable @Size(max = 100) Map<@GroupName String, @NotNull @Size(max = 8) List<@NotNull @AppPermission String>> operatorGroups,

        @Nullable @Size(max = 100) List<@NotBlank @Printable @Size(max = 253) String> allowedEmailDomains,

        @Nullable MessageAction messageAction,

        @Nullable Boolean selfSignUp,

        @Nullable Boolean preventEscalation,

        @Nullable @Valid AuditSettings audit,

        @Nullable @Size(max = 20) Map<@QuotaName String, @NotNull @DecimalMin(QuotaCategory.LEAST) @DecimalMax(QuotaCategory.MOST) Double> quotas,

        @Nullable @Valid CredentialsRequest credentials) {

    static final String APP_ID = "[a-z][a-z0-9-]{1,62}";
}
