package io.github.cognitoconnector.ops;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.problem.HttpAnswer;
import io.github.cognitoconnector.rest.PathTemplates;
import io.github.cognitoconnector.rest.TraceAttributes;
import io.github.cognitoconnector.security.Caller;
import io.opentelemetry.api.trace.Span;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells the span of a request, as it is answered, what the framework does not know: operation, app, caller's client, problem. */
@ApplicationScoped
class RequestSpans {

    private final PathTemplates paths;

    RequestSpans(PathTemplates paths) {
        this.paths = paths;
    }

    void register(@Observes Filters filters) {
        filters.register(this::open, RequestMetrics.EARLY - 1);
    }

    private void open(RoutingContext request) {
        Span span = Span.current();
        if (span.isRecording()) {
            request.addHeadersEndHandler(answered -> describe(span, request));
        }
        request.next();
    }

    private void describe(Span span, RoutingContext request) {
        span.setAttribute(
                TraceAttributes.OPERATION,
                paths.operationOf(request.request().method().name(), request.normalizedPath()));
        String problem = HttpAnswer.codeOf(request);
        if (problem != null) {
            span.setAttribute(TraceAttributes.PROBLEM, problem);
        }
        if (request.user() instanceof QuarkusHttpUser user) {
            describeCaller(span, user.getSecurityIdentity());
        }
    }

    private static void describeCaller(Span span, SecurityIdentity identity) {
        if (identity.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
            span.setAttribute(TraceAttributes.CLIENT, caller.clientId());
        }
        if (identity.getAttribute(CurrentApp.ATTRIBUTE) instanceof App app) {
            span.setAttribute(TraceAttributes.APP, app.id());
        }
    }
}
