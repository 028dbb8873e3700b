package io.github.cognitoconnector.pool;

import static io.github.cognitoconnector.problem.ProblemType.CREDENTIALS_REJECTED;
import static io.github.cognitoconnector.problem.ProblemType.THROTTLED;
import static io.github.cognitoconnector.problem.ProblemType.UPSTREAM_FAILED;
import static io.github.cognitoconnector.problem.ProblemType.UPSTREAM_TIMEOUT;
import static io.github.cognitoconnector.problem.ProblemType.UPSTREAM_UNAVAILABLE;

import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.problem.Problems;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/apps/{appId}/doctor}. */
@Path("/v1/apps/{appId}/doctor")
@Tag(name = "Pool")
@RunOnVirtualThread
public class DoctorResource {

    private final DoctorService doctor;
    private final CurrentApp app;

    DoctorResource(DoctorService doctor, CurrentApp app) {
        this.doctor = doctor;
        this.app = app;
    }

    @GET
    @PermissionsAllowed(Permission.USERS_READ)
    @Operation(
            operationId = "getDoctor",
            summary = "Find settings of the user pool, its clients and the app that will hurt",
            description = "Reads everything anew. `ERROR`: something does not work; `WARNING`: it will hurt some day;"
                    + " `INFO`: good to know.")
    @APIResponseSchema(Diagnosis.class)
    @Problems({THROTTLED, CREDENTIALS_REJECTED, UPSTREAM_FAILED, UPSTREAM_UNAVAILABLE, UPSTREAM_TIMEOUT})
    public Diagnosis get() {
        return doctor.examine(app.get());
    }
}
