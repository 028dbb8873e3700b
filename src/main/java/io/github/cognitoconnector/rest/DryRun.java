package io.github.cognitoconnector.rest;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whether the request only asks what it would do ({@code dryRun=true}), and what that is. Whoever writes asks first: the one
 * way to Cognito writes the step down and hands on what Cognito would have answered, and transactions of commands are
 * rolled back. Everything else runs as it always does, so that a plan is refused for what its request would be refused for.
 */
@ApplicationScoped
public class DryRun {

    private final CurrentPlan current;

    DryRun(CurrentPlan current) {
        this.current = current;
    }

    /**
     * Makes a dry run of what follows; for work that is no request, in a request context of its own.
     *
     * @param operationId what is to be planned
     */
    public void begin(String operationId) {
        current.ask(operationId);
    }

    /** Whether nothing may be written. What the service does for itself is never a dry run. */
    public boolean isOn() {
        return Arc.container().requestContext().isActive() && current.isAsked();
    }

    /** A write that is left out. */
    public void plan(PlannedStep step) {
        current.step(step);
    }

    /** What the caller should know; a whole sentence. Of no effect unless this is a dry run. */
    public void warn(String warning) {
        if (isOn()) {
            current.warning(warning);
        }
    }
}
