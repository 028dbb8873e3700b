package io.github.cognitoconnector.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** The query parameter {@code dryRun} of every mutation: answers with the plan in the place of what would be answered. */
public class DryRunFilter {

    /** The parameter's name; no operation declares it but those with {@link OwnDryRun}. */
    public static final String PARAMETER = "dryRun";

    /** The last one to hear of a command, after whoever may still refuse it. */
    private static final int LAST = 9000;

    private final CurrentPlan current;
    private final DryRun dryRun;
    private final TransactionManager transactions;

    DryRunFilter(CurrentPlan current, DryRun dryRun, TransactionManager transactions) {
        this.current = current;
        this.dryRun = dryRun;
        this.transactions = transactions;
    }

    @ServerRequestFilter
    public void begin(ContainerRequestContext request, ResourceInfo operation) {
        Method method = operation.getResourceMethod();
        if (Mutations.is(request.getMethod(), method)
                && !method.isAnnotationPresent(OwnDryRun.class)
                && isAsked(request)) {
            current.ask(Mutations.operationId(method));
        }
    }

    /** What a command has written to the database is not committed. */
    void rollBack(@Observes @Priority(LAST) MutationCommits command) throws SystemException {
        if (dryRun.isOn()) {
            dryRun.plan(PlannedStep.of(current.operation()));
            transactions.setRollbackOnly();
        }
    }

    @ServerResponseFilter
    public void end(ContainerResponseContext response) {
        if (dryRun.isOn() && response.getStatus() < 300) {
            response.getHeaders().remove(HttpHeaders.LOCATION);
            response.getHeaders().remove(HttpHeaders.ETAG);
            response.setStatus(200);
            response.setEntity(current.plan(), new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private static boolean isAsked(ContainerRequestContext request) {
        @Nullable List<String> values = request.getUriInfo().getQueryParameters().get(PARAMETER);
        return Flag.isSet(PARAMETER, values == null ? null : values.getFirst());
    }
}
