package io.github.cognitoconnector.job;

import org.jspecify.annotations.Nullable;

/**
 * What a job is to do.
 *
 * @param mode of an import; null for other kinds
 * @param maxDeletes users that a sync may disable or delete at most; null unless it is one
 * @param dryRun whether rows are only predicted
 */
public record JobPlan(
        JobKind kind,
        @Nullable JobMode mode,
        @Nullable OnMissing onMissing,
        @Nullable Integer maxDeletes,
        boolean dryRun) {

    /** Whether rows have to be added before any is worked on. */
    boolean needsPreparation() {
        return mode == JobMode.SYNC;
    }
}
