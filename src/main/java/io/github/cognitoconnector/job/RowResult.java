package io.github.cognitoconnector.job;

import org.jspecify.annotations.Nullable;

/**
 * What has become of a row.
 *
 * @param password one that was generated and that nobody has seen yet
 */
public record RowResult(RowOutcome outcome, @Nullable String password) {

    public static RowResult of(RowOutcome outcome) {
        return new RowResult(outcome, null);
    }

    @Override
    public String toString() {
        return "RowResult[" + outcome + "]";
    }
}
