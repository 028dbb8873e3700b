package io.github.cognitoconnector.job;

import java.time.Instant;
import java.util.UUID;

/**
 * A job that rows are worked on of.
 *
 * @param userPoolId the app's pool when the job was started
 * @param stage what is to be done next
 * @param uploaded how many rows its caller has given it
 * @param caller who started it, sealed
 * @param salt what keys are hashed with, sealed
 */
public record RunningJob(
        UUID id,
        String appId,
        String userPoolId,
        JobPlan plan,
        JobStage stage,
        int uploaded,
        Instant createdAt,
        String caller,
        String salt) {

    /** The id as callers see it. */
    public JobId jobId() {
        return new JobId(appId, id);
    }

    @Override
    public String toString() {
        return "RunningJob[" + jobId() + "]";
    }
}
