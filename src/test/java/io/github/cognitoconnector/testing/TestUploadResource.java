package io.github.cognitoconnector.testing;

import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Idempotent;
import io.github.cognitoconnector.rest.Upload;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** An operation that reads a large body while it arrives; in tests only. */
@Path("/v1/apps/{appId}/test-uploads")
@RunOnVirtualThread
public class TestUploadResource {

    private final TestUploads uploads;

    TestUploadResource(TestUploads uploads) {
        this.uploads = uploads;
    }

    /**
     * What has come in.
     *
     * @param attempt how many have begun
     */
    public record Received(long bytes, String sha256, int attempt) {}

    /**
     * Counts and digests.
     *
     * @param atMost how many bytes are read
     * @param refuse whether it is refused when it is read
     */
    @POST
    @Upload
    @Idempotent
    @PermissionsAllowed(Permission.USERS_WRITE)
    @Operation(operationId = "createTestUpload", hidden = true)
    public RestResponse<Received> create(
            InputStream body,
            @QueryParam("atMost") @DefaultValue("9223372036854775807") long atMost,
            @QueryParam("refuse") boolean refuse)
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        uploads.begin();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        long bytes = read(body, atMost, digest);
        if (refuse) {
            throw ProblemException.of(ProblemType.VALIDATION_FAILED, "It is to be refused.");
        }
        return RestResponse.status(
                RestResponse.Status.CREATED,
                new Received(bytes, HexFormat.of().formatHex(digest.digest()), uploads.begun()));
    }

    private long read(InputStream body, long atMost, MessageDigest digest) throws IOException, InterruptedException {
        try {
            byte[] buffer = new byte[8192];
            long bytes = 0;
            int count = body.read(buffer, 0, 1);
            while (count >= 0) {
                uploads.add(count);
                digest.update(buffer, 0, count);
                bytes += count;
                if (bytes >= atMost) {
                    return bytes;
                }
                count = body.read(buffer);
            }
            return bytes;
        } catch (IOException | RuntimeException e) {
            uploads.fail(e);
            throw e;
        }
    }
}
