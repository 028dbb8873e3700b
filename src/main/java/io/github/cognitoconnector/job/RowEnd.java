package io.github.cognitoconnector.job;

import org.jspecify.annotations.Nullable;

/**
 * What has become of a row.
 *
 * @param problem sealed
 * @param password sealed
 * @param begun whether something may have been done although the row is rejected
 */
record RowEnd(
        RunningJob job,
        RowClaim claim,
        RowOutcome outcome,
        @Nullable String problem,
        @Nullable String password,
        boolean begun) {

    @Override
    public String toString() {
        return "RowEnd[" + claim + ", " + outcome + "]";
    }
}
