package io.github.cognitoconnector.idempotency;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.security.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the key of a request, and what it is used for. */
@ApplicationScoped
class RequestedUse {

    static final String HEADER = "Idempotency-Key";

    private static final String KEY = "[\\x21-\\x7e]{1,255}";

    private final SecurityIdentity identity;

    RequestedUse(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The body is read, and put back for whoever reads it next; that of an upload is left to be read.
     *
     * @param upload whether the operation reads its body itself while it arrives
     * @return null if the request names no key
     * @throws ProblemException {@code INVALID_REQUEST} for what can be no key
     */
    @Nullable Use by(ContainerRequestContext request, boolean upload) throws IOException {
        List<String> sent = request.getHeaders().get(HEADER);
        if (sent == null || sent.isEmpty()) {
            return null;
        }
        if (sent.size() > 1 || !sent.getFirst().matches(KEY)) {
            throw ProblemException.of(
                    ProblemType.INVALID_REQUEST, HEADER + " is one header of 1 to 255 visible ASCII characters.");
        }
        Caller caller = identity.getAttribute(Caller.ATTRIBUTE);
        @Nullable App app = identity.getAttribute(CurrentApp.ATTRIBUTE);
        String appId = app == null ? Use.NO_APP : app.id();
        List<String> who = List.of(caller.userPoolId(), caller.clientId(), caller.subject());
        if (upload) {
            DigestedBody body = new DigestedBody(request.getEntityStream());
            request.setEntityStream(body);
            return Use.of(appId, who, sent.getFirst(), asked(request), body);
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        return Use.of(appId, who, sent.getFirst(), asked(request), body);
    }

    private static List<String> asked(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        return List.of(request.getMethod(), uri.getRawPath(), uri.getRawQuery() == null ? "" : uri.getRawQuery());
    }
}
