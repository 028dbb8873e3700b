package io.github.cognitoconnector.quota;

import io.github.cognitoconnector.app.Permission;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/quotas}. */
@Path("/v1/quotas")
@Tag(name = "Quotas", description = "Cognito's request quotas, which all apps of an AWS account share.")
@RunOnVirtualThread
public class QuotaResource {

    private final QuotaService quotas;

    QuotaResource(QuotaService quotas) {
        this.quotas = quotas;
    }

    @GET
    @PermissionsAllowed(Permission.JOBS_READ)
    @Operation(
            operationId = "listQuotas",
            summary = "List Cognito's request quotas and their use",
            description =
                    "Those that were used in the last ten minutes, 1000 at most: the platform's callers see them all, others those"
                            + " of the AWS account and region of their apps. Quotas are the account's, so their use is that"
                            + " of all its apps. `limit` is what the last call was counted by; an app can have its own.")
    @APIResponseSchema(QuotaList.class)
    public QuotaList list() {
        return quotas.list();
    }
}
