package io.github.cognitoconnector.signup;

import static io.github.cognitoconnector.problem.ProblemType.ALIAS_EXISTS;
import static io.github.cognitoconnector.problem.ProblemType.EMAIL_DOMAIN_NOT_ALLOWED;
import static io.github.cognitoconnector.problem.ProblemType.IDEMPOTENCY_IN_FLIGHT;
import static io.github.cognitoconnector.problem.ProblemType.IDEMPOTENCY_MISMATCH;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_ATTRIBUTE;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_GROUP;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_PASSWORD;
import static io.github.cognitoconnector.problem.ProblemType.INVALID_PATH;
import static io.github.cognitoconnector.problem.ProblemType.PARTIAL_WRITE;
import static io.github.cognitoconnector.problem.ProblemType.UNSUPPORTED_STATE;
import static io.github.cognitoconnector.problem.ProblemType.VALIDATION_FAILED;

import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.problem.Problems;
import io.github.cognitoconnector.rest.Created;
import io.github.cognitoconnector.rest.Idempotent;
import io.github.cognitoconnector.rest.Mutation;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /v1/apps/{appId}/signups}. */
@Path("/v1/apps/{appId}/signups")
@Tag(
        name = "Sign-up",
        description =
                "Visitors who make their own accounts, where the app allows it (`selfSignUp`). The app's own server"
                        + " asks for them. No answer tells whether a name or an address has an account.")
@RunOnVirtualThread
public class SignUpResource {

    private static final String NAME = "The `id` of the sign-up. Percent-encoded once.";

    private final SignUpService signUps;
    private final SignUpConfirmationService confirmations;
    private final CurrentApp app;
    private final Mutation mutation;

    SignUpResource(SignUpService signUps, SignUpConfirmationService confirmations, CurrentApp app, Mutation mutation) {
        this.signUps = signUps;
        this.confirmations = confirmations;
        this.app = app;
        this.mutation = mutation;
    }

    @POST
    @Idempotent
    @PermissionsAllowed(Permission.USERS_WRITE)
    @Operation(
            operationId = "signUp",
            summary = "Sign a visitor up",
            description =
                    "Cognito sends him a code, which `confirm` takes. Where the name is taken the answer is the same,"
                            + " and nothing happens.")
    @APIResponseSchema(value = SignUp.class, responseCode = "201")
    @Problems({
        UNSUPPORTED_STATE,
        VALIDATION_FAILED,
        INVALID_ATTRIBUTE,
        INVALID_GROUP,
        INVALID_PASSWORD,
        EMAIL_DOMAIN_NOT_ALLOWED,
        PARTIAL_WRITE,
        IDEMPOTENCY_IN_FLIGHT,
        IDEMPOTENCY_MISMATCH
    })
    public RestResponse<SignUp> signUp(@Valid @NotNull SignUpRequest request, UriInfo uri) {
        mutation.target("user", request.username());
        mutation.attributes(request.attributes());
        SignUp begun = signUps.start(app.get(), request);
        return Created.at(uri, begun.id(), begun);
    }

    @POST
    @Path("{username}/confirm")
    @PermissionsAllowed(Permission.USERS_WRITE)
    @Operation(
            operationId = "confirmSignUp",
            summary = "Confirm a sign-up by its code",
            description = "Puts the user into the app's default groups. A repeat finishes what was broken off.")
    @Problems({INVALID_PATH, UNSUPPORTED_STATE, VALIDATION_FAILED, INVALID_GROUP, ALIAS_EXISTS, PARTIAL_WRITE})
    public void confirm(
            @PathParam("username") @Parameter(description = NAME, example = "grace.h") String username,
            @Valid @NotNull ConfirmSignUpRequest request) {
        confirmations.confirm(app.get(), SignUpName.of(username), request.code());
    }

    @POST
    @Path("{username}/resend")
    @PermissionsAllowed(Permission.USERS_WRITE)
    @Operation(
            operationId = "resendSignUpCode",
            summary = "Send another code",
            description = "The code before is no longer good. Where nobody waits for a code nothing is sent.")
    @Problems({INVALID_PATH, UNSUPPORTED_STATE, INVALID_GROUP})
    public void resend(@PathParam("username") @Parameter(description = NAME, example = "grace.h") String username) {
        signUps.resend(app.get(), SignUpName.of(username));
    }
}
