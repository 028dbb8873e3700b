package io.github.cognitoconnector.job;

import java.util.UUID;

/**
 * That this replica adds the rows of a job.
 *
 * @param epoch which claim it is; whoever has an earlier one has lost it
 */
record PreparationClaim(UUID replica, int epoch) {}
