package io.github.cognitoconnector.pool;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.cognitoconnector.problem.Problem;
import io.github.cognitoconnector.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * One of the app clients that the app lists: its settings, or why there are none.
 *
 * @param problem {@code not-found} if the user pool has no such client
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppClient(
        String clientId,
        @JsonUnwrapped @Nullable ClientSettings settings,
        @Nullable Problem problem) {

    static AppClient of(String clientId, ClientSettings settings) {
        return new AppClient(clientId, settings, null);
    }

    static AppClient missing(String clientId, ProblemException why) {
        return new AppClient(clientId, null, Problem.partOfAnswer(why));
    }
}
