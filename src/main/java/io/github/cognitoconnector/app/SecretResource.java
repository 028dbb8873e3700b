package io.github.cognitoconnector.app;

import io.github.cognitoconnector.rest.DryRun;
import io.github.cognitoconnector.rest.PlannedStep;
import io.github.cognitoconnector.secret.Reencryption;
import io.github.cognitoconnector.secret.SecretReencryption;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/secrets}. */
@Path("/v1/secrets")
@Tag(name = "Secrets", description = "The encryption of what apps keep secret.")
@RunOnVirtualThread
public class SecretResource {

    private final SecretReencryption reencryption;
    private final DryRun dryRun;

    SecretResource(SecretReencryption reencryption, DryRun dryRun) {
        this.reencryption = reencryption;
        this.dryRun = dryRun;
    }

    @POST
    @Path("re-encryption")
    @PermissionsAllowed(Permission.APPS_ADMIN)
    @Operation(
            operationId = "reencryptSecrets",
            summary = "Encrypt all secrets with the keyset's primary key",
            description = "Secrets stay readable all the while. Repeating it does nothing that is done already; when"
                    + " nothing is unreadable or remaining, the older keys can be removed from the keyset.")
    @APIResponseSchema(Reencryption.class)
    public Reencryption reencrypt() {
        if (dryRun.isOn()) {
            dryRun.plan(PlannedStep.of("reencryptSecrets"));
            return reencryption.remaining();
        }
        return reencryption.run();
    }
}
