package io.github.cognitoconnector.audit;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameter that chooses a chain. */
public class ChainParameter {

    @QueryParam("appId")
    @Parameter(description = "An app that is there, or was.")
    @Nullable String appId;

    /** @throws ProblemException {@code INVALID_REQUEST} for what can be no app's id */
    String chain() {
        if (appId == null) {
            return Asked.NO_APP;
        }
        if (!appId.matches("[a-z][a-z0-9-]{1,62}")) {
            throw ProblemException.field(ProblemType.INVALID_REQUEST, "/appId", "This is no id of an app.");
        }
        return appId;
    }
}
