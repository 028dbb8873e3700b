package io.github.cognitoconnector.job;

import io.github.cognitoconnector.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A row to be kept.
 *
 * @param work which kind of work, in the words of the kind of job
 * @param key what it is called in results
 * @param payload what {@link JobWork} will be given
 * @param rejection why it is rejected before anybody works on it; null if it is not
 */
public record NewRow(
        String work, String key, String payload, @Nullable ProblemException rejection) {

    public static NewRow of(String work, String key, String payload) {
        return new NewRow(work, key, payload, null);
    }

    @Override
    public String toString() {
        return "NewRow[" + work + "]";
    }
}
