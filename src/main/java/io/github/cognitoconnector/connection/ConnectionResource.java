package io.github.cognitoconnector.connection;

import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.rest.ReadOnly;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/apps/{appId}/connection-test}. */
@Path("/v1/apps/{appId}/connection-test")
@Tag(name = "Apps")
@RunOnVirtualThread
public class ConnectionResource {

    private final ConnectionService connection;
    private final CurrentApp app;

    ConnectionResource(ConnectionService connection, CurrentApp app) {
        this.connection = connection;
        this.app = app;
    }

    @POST
    @ReadOnly
    @PermissionsAllowed(Permission.APPS_ADMIN)
    @Operation(
            operationId = "testConnection",
            summary = "Find out whether the app's credentials and user pool work",
            description =
                    "Has a session made where the credentials need one, asks AWS whose they are, looks for the user pool,"
                            + " and calls every operation of Cognito that this service uses, in a way that changes"
                            + " nothing. The answer is 200 whatever AWS does: each check that is not ok has a problem whose"
                            + " detail says what to do. Once AWS does not take the credentials, the pool does not exist, or"
                            + " time is up, no more is asked, and the checks that follow have the same problem."
                            + " cognito-idp:CreateGroup can only be tried with the name of a group that exists; where none"
                            + " is found, that check is left out.")
    @APIResponseSchema(ConnectionTest.class)
    public ConnectionTest test() {
        return connection.test(app.get());
    }
}
