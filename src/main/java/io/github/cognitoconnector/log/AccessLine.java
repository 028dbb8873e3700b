package io.github.cognitoconnector.log;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.problem.HttpAnswer;
import io.github.cognitoconnector.security.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is said of a request: who did what to which app, and how it ended. Never the path itself, which names users. */
record AccessLine(Map<String, String> fields) {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** These stand at the front of the text without their names, or are told by the log itself. */
    private static final Set<String> UNNAMED = Set.of("method", "path", "status", "durationMs");

    static AccessLine of(RoutingContext request, String template, AccessLog.Ending ending) {
        Map<String, String> fields = new LinkedHashMap<>();
        String method = request.request().method().name();
        fields.put("method", METHODS.contains(method) ? method : "OTHER");
        fields.put("path", template);
        fields.put("status", status(request.response()));
        fields.put("durationMs", String.valueOf(ending.millis()));
        if (request.user() instanceof QuarkusHttpUser user) {
            addCaller(fields, user.getSecurityIdentity());
        }
        String problem = HttpAnswer.codeOf(request);
        if (problem != null) {
            fields.put("problem", problem);
        }
        if (ending.gone()) {
            fields.put("gone", "true");
        }
        fields.put("traceId", ending.traceId());
        fields.replaceAll((key, value) -> OneLine.of(value));
        return new AccessLine(fields);
    }

    /** Nobody was answered whose connection ended before. */
    private static String status(HttpServerResponse response) {
        return response.headWritten() ? String.valueOf(response.getStatusCode()) : "none";
    }

    private static void addCaller(Map<String, String> fields, SecurityIdentity identity) {
        if (identity.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
            fields.put("caller", caller.kind() == Caller.Kind.PERSON ? caller.subject() : caller.clientId());
        }
        if (identity.getAttribute(CurrentApp.ATTRIBUTE) instanceof App app) {
            fields.put("app", app.id());
        }
    }

    /** {@code GET /v1/apps/{appId} 404 3 ms caller=… problem=app-not-found traceId=…}. */
    String text() {
        String named = fields.entrySet().stream()
                .filter(field -> !UNNAMED.contains(field.getKey()))
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining(" "));
        return "%s %s %s %s ms %s"
                .formatted(
                        fields.get("method"),
                        fields.get("path"),
                        fields.get("status"),
                        fields.get("durationMs"),
                        named);
    }
}
