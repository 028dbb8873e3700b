package io.github.cognitoconnector.job;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.quota.Background;
import io.github.cognitoconnector.rest.Attempt;
import io.github.cognitoconnector.rest.DryRun;
import io.github.cognitoconnector.rest.TraceAttributes;
import io.github.cognitoconnector.security.ActingCaller;
import io.github.cognitoconnector.security.Caller;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What is around a piece of work that is around a request otherwise: a request context of its own, in which the caller, his
 * app, the earlier attempt and the dry run are known to whoever asks.
 */
@ApplicationScoped
class WorkScope {

    private final ActingCaller acting;
    private final Attempt attempt;
    private final DryRun dryRun;
    private final ReplicaLease lease;
    private final Tracer tracer;

    WorkScope(ActingCaller acting, Attempt attempt, DryRun dryRun, ReplicaLease lease, Tracer tracer) {
        this.acting = acting;
        this.attempt = attempt;
        this.dryRun = dryRun;
        this.lease = lease;
        this.tracer = tracer;
    }

    /**
     * Runs it on this thread, behind interactive callers.
     *
     * @param replica the name that it was claimed under: no call to Cognito is made when it is no longer good
     */
    <T> T run(UUID replica, Supplier<T> work) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        Span span = tracer.spanBuilder("job work").setNoParent().startSpan();
        try {
            return Context.root()
                    .with(span)
                    .wrapSupplier(() -> Background.call(() -> lease.check(replica), work))
                    .get();
        } finally {
            span.end();
            request.terminate();
        }
    }

    /** False if the caller may not do it any more. */
    boolean begin(Caller caller, App app, Set<String> permissions, RunningJob job) {
        if (!acting.mayStill(caller, app, permissions, job.createdAt())) {
            return false;
        }
        acting.begin(caller, app);
        describe(Span.current(), caller, app, job);
        if (job.plan().dryRun()) {
            dryRun.begin(job.plan().kind().name());
        }
        return true;
    }

    private static void describe(Span span, Caller caller, App app, RunningJob job) {
        span.setAttribute(TraceAttributes.APP, app.id())
                .setAttribute(TraceAttributes.CLIENT, caller.clientId())
                .setAttribute(TraceAttributes.JOB, job.id().toString());
    }

    /**
     * Does work, and notes where it fails whether it has written anything.
     *
     * @throws RowFailure instead of a {@link ProblemException}
     */
    <T> T noting(Supplier<T> work) {
        try {
            return work.get();
        } catch (ProblemException e) {
            throw new RowFailure(e, attempt.isBegun());
        }
    }

    /** The work has been begun before. */
    void repeats(Instant firstAttempt) {
        attempt.repeats(firstAttempt);
    }
}
