package io.github.cognitoconnector.audit;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.rest.Mutations;
import io.github.cognitoconnector.security.Caller;
import io.opentelemetry.api.trace.Span;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an authenticated caller asks for, as it is seen from outside, without asking anybody.
 *
 * @param app null if the request is about none, or about one that the caller may not act on or that does not exist
 * @param path what the path names below the app, or the app
 */
record Asked(AuditedCaller caller, @Nullable App app, String operation, List<Reference> path, String traceId) {

    /** The chain of what concerns no app; no app has this id. */
    static final String NO_APP = "-";

    /** @return null if nobody was authenticated */
    static @Nullable Asked of(SecurityIdentity identity, ContainerRequestContext request, Method operation) {
        Caller caller = identity.getAttribute(Caller.ATTRIBUTE);
        if (caller == null) {
            return null;
        }
        App app = identity.getAttribute(CurrentApp.ATTRIBUTE);
        return new Asked(
                AuditedCaller.of(caller),
                app,
                Mutations.operationId(operation),
                AuditedOperation.path(operation, request.getUriInfo().getPathParameters(), app != null),
                Span.current().getSpanContext().getTraceId());
    }

    String chain() {
        return app == null ? NO_APP : app.id();
    }

    /** The attributes whose values the app has kept. */
    List<String> keptValues() {
        return app == null ? List.of() : app.audit().attributes();
    }
}
