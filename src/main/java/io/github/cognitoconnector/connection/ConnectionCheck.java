package io.github.cognitoconnector.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.cognitoconnector.problem.Problem;
import io.github.cognitoconnector.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Whether one action works with the app's credentials.
 *
 * @param action as IAM spells it
 * @param problem why it does not, and what to do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectionCheck(
        String action, boolean ok, @Nullable Problem problem) {

    static ConnectionCheck of(String action, @Nullable ProblemException failure) {
        return new ConnectionCheck(action, failure == null, failure == null ? null : Problem.partOfAnswer(failure));
    }
}
