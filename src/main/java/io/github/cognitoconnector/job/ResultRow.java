package io.github.cognitoconnector.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.cognitoconnector.problem.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a row.
 *
 * @param row counts from 1
 * @param key what the row calls its user
 * @param problem why it was rejected
 * @param temporaryPassword one that was generated, where it is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record ResultRow(
        int row,
        String key,
        RowOutcome outcome,
        @Nullable Problem problem,
        @Nullable String temporaryPassword) {

    /** The names of {@link #cells}. */
    static List<String> header(boolean passwords) {
        return passwords
                ? List.of("row", "key", "temporaryPassword")
                : List.of("row", "key", "outcome", "code", "detail");
    }

    List<String> cells() {
        if (temporaryPassword != null) {
            return List.of(String.valueOf(row), key, temporaryPassword);
        }
        List<String> cells = new ArrayList<>(List.of(String.valueOf(row), key, outcome.text()));
        cells.add(problem == null ? "" : problem.code());
        cells.add(problem == null ? "" : details(problem));
        return cells;
    }

    private static String details(Problem problem) {
        return problem.errors() == null || problem.errors().isEmpty()
                ? problem.detail()
                : String.join(
                        " ",
                        problem.errors().stream()
                                .map(error -> error.pointer() + ": " + error.detail())
                                .toList());
    }

    @Override
    public String toString() {
        return "ResultRow[" + row + "]";
    }
}
