package io.github.cognitoconnector.signin;

import static io.github.cognitoconnector.problem.ProblemType.AMBIGUOUS_USER;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_CURSOR;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_PATH;
import static io.github.cognitoconnector.problem.ProblemType.NOT_FOUND;
import static io.github.cognitoconnector.problem.ProblemType.UNSUPPORTED_STATE;
import static io.github.cognitoconnector.problem.ProblemType.USER_NOT_FOUND;
import static io.github.cognitoconnector.problem.ProblemType.VALIDATION_FAILED;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.problem.Problems;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.PageRequest;
import io.github.cognitoconnector.rest.Pages;
import io.github.cognitoconnector.user.UserRef;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/apps/{appId}/users/{user}/devices}. */
@Path("/v1/apps/{appId}/users/{user}/devices")
@Tag(name = "Users")
@RunOnVirtualThread
public class UserDeviceResource {

    private final UserDeviceService devices;
    private final CurrentApp app;
    private final Pages pages;

    UserDeviceResource(UserDeviceService devices, CurrentApp app, Pages pages) {
        this.devices = devices;
        this.app = app;
        this.pages = pages;
    }

    @GET
    @PermissionsAllowed(Permission.USERS_READ)
    @Operation(
            operationId = "listDevicesOfUser",
            summary = "List the devices of a user",
            description = "Where the user pool tracks devices.")
    @Problems({USER_NOT_FOUND, AMBIGUOUS_USER, INVALID_PATH, INVALID_CURSOR, VALIDATION_FAILED, UNSUPPORTED_STATE})
    public RestResponse<Page<Device>> list(
            @PathParam("user") @Parameter(description = UserRef.IN_PATH, example = "ada") String user,
            @BeanParam PageRequest page,
            UriInfo uri) {
        App current = app.get();
        UserRef ref = UserRef.parse(user);
        String query = String.join("/", current.id(), current.userPoolId(), "devices of", user);
        return pages.answer(query, page, uri, (limit, at) -> devices.list(current, ref, limit, at));
    }

    @DELETE
    @Path("{deviceKey}")
    @PermissionsAllowed(Permission.USERS_WRITE)
    @Operation(
            operationId = "forgetDeviceOfUser",
            summary = "Forget a device of a user",
            description = "He is asked for his second factor when he signs in with it again.")
    @Problems({USER_NOT_FOUND, AMBIGUOUS_USER, INVALID_PATH, NOT_FOUND, UNSUPPORTED_STATE})
    public void forget(
            @PathParam("user") @Parameter(description = UserRef.IN_PATH, example = "ada") String user,
            @PathParam("deviceKey") @Parameter(example = "us-east-1_5f0c3f6e-6b0f-4c0e-9d6b-0f9d1c1c7a11")
                    String deviceKey) {
        devices.forget(app.get(), UserRef.parse(user), DevicePath.key(deviceKey));
    }
}
