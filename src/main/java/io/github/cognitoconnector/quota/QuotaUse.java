package io.github.cognitoconnector.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of Cognito's quotas and its use by all replicas.
 *
 * @param account AWS account; absent for what pools of the region share whose account is not known yet
 * @param category as AWS calls it
 * @param limit requests a second, as the last call was counted: the platform's limit, or the one of that call's app
 * @param effectiveLimit what of it Cognito grants, as far as that is known: less for a while after it has refused
 * @param used calls a second lately
 * @param waiting calls that have slots in times to come, and those on the replica that answers which have none yet
 * @param throttledAt when Cognito has last refused one as too many
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuotaUse(
        @Nullable String account,
        String region,
        String category,
        double limit,
        double effectiveLimit,
        double used,
        long waiting,
        @Nullable Instant throttledAt) {}
