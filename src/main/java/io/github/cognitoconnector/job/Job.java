package io.github.cognitoconnector.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.cognitoconnector.problem.Problem;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A job as callers see it.
 *
 * @param id names the app too
 * @param mode of an import
 * @param total rows; more than were uploaded where a sync has added those that it takes away
 * @param done rows with an outcome
 * @param outcomes how many rows have ended how
 * @param ratePerSecond rows that have ended in a second, lately; of a job that is over, on the average
 * @param estimatedEndAt when all rows will have ended if it goes on like this; null if it does not go on, or is over
 * @param createdBy the client, or Cognito's id of the person, who has started it
 * @param problem why it has failed
 */
@Schema(examples = """
                {"id": "demo.0b6f1c9e-3c52-4f0e-9a59-3f4a5a6b7c8d", "appId": "demo", "kind": "IMPORT", "mode": "UPSERT",
                 "dryRun": false, "state": "RUNNING", "total": 10000, "done": 4211,
                 "outcomes": {"created": 4000, "updated": 0, "unchanged": 200, "deleted": 0, "rejected": 11},
                 "ratePerSecond": 49.7, "estimatedEndAt": "2026-11-20T12:02:00Z", "createdBy": "demoapp",
                 "createdAt": "2026-11-20T12:00:00Z", "startedAt": "2026-11-20T12:00:00Z", "endedAt": null}""")
public record Job(
        String id,
        String appId,
        JobKind kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JobMode mode,
        boolean dryRun,
        JobState state,
        int total,
        int done,
        Map<RowOutcome, Integer> outcomes,
        double ratePerSecond,
        @Nullable Instant estimatedEndAt,
        String createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Problem problem) {}
