package io.github.cognitoconnector.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that this replica has claimed.
 *
 * @param replica the name that it was claimed under
 * @param key sealed
 * @param payload sealed
 * @param epoch which claim it is; whoever has an earlier one has lost the row
 * @param tries how often it has failed with what may pass
 * @param firstAt when it was begun for the first time; null if nobody has begun it before
 */
record RowClaim(
        UUID jobId,
        int row,
        UUID replica,
        String work,
        String key,
        String payload,
        int epoch,
        int tries,
        @Nullable Instant firstAt) {

    @Override
    public String toString() {
        return "RowClaim[" + jobId + "/" + row + "]";
    }
}
