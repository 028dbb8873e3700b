package io.github.cognitoconnector.app;

import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an app that lets visitors sign themselves up must not be. */
final class SelfSignUp {

    private SelfSignUp() {}

    /**
     * Visitors become no operators. What other apps of the pool give to the group is looked at when somebody signs up.
     *
     * @throws ProblemException {@code VALIDATION_FAILED} with every default group that carries permissions
     */
    static void check(AppRequest request) {
        if (!Boolean.TRUE.equals(request.selfSignUp())) {
            return;
        }
        List<String> groups = App.orEmpty(request.defaultGroups());
        Map<String, List<String>> operators = App.orEmpty(request.operatorGroups());
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            if (!operators.getOrDefault(groups.get(i), List.of()).isEmpty()) {
                errors.add(FieldError.of(
                        ProblemType.VALIDATION_FAILED,
                        "/defaultGroups/" + i,
                        "Whoever signs himself up would get the permissions that operatorGroups gives to this group."));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.fields(ProblemType.VALIDATION_FAILED, errors);
        }
    }
}
