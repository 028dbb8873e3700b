package io.github.cognitoconnector.access;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/me}. */
@Path("/v1/me")
@Tag(name = "Access")
@RunOnVirtualThread
public class MeResource {

    private final MeService me;

    MeResource(MeService me) {
        this.me = me;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "getMe",
            summary = "Get who the caller is and what he may do",
            description =
                    "Needs a token that is taken, and no permission. Names the first 60 apps that the caller may act"
                            + " on, by id; with `appsTruncated` there are more, which `GET /v1/apps` lists.")
    @APIResponseSchema(Me.class)
    public Me get() {
        return me.get();
    }
}
