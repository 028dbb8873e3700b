package io.github.cognitoconnector.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The plan of a request that only asks for one; see {@link DryRun}. */
@RequestScoped
class CurrentPlan {

    private final List<PlannedStep> steps = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private @Nullable String operation;

    void ask(String operationId) {
        operation = operationId;
    }

    boolean isAsked() {
        return operation != null;
    }

    String operation() {
        return Objects.requireNonNull(operation, "Only of a dry run");
    }

    void step(PlannedStep step) {
        steps.add(step);
    }

    void warning(String warning) {
        warnings.add(warning);
    }

    Plan plan() {
        return new Plan(List.copyOf(steps), List.copyOf(warnings));
    }
}
