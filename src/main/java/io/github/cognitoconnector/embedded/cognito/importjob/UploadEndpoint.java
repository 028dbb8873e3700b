package io.github.cognitoconnector.embedded.cognito.importjob;

import io.github.cognitoconnector.embedded.cognito.http.Answer;
import io.github.cognitoconnector.embedded.cognito.http.Endpoint;
import io.github.cognitoconnector.embedded.cognito.http.Intake;
import io.github.cognitoconnector.embedded.cognito.http.Request;
import java.util.Optional;

/**
 * {@code PUT} to the {@code PreSignedUrl} of an import job, with Amazon S3's errors. Another PUT replaces the file. As
 * S3 knows nothing of jobs, a file for one that has begun is taken too, and changes nothing.
 */
public final class UploadEndpoint implements Endpoint {

    static final String PREFIX = "/user-imports/";
    static final int MAX_BYTES = 100 << 20;

    private final ImportJobs jobs;

    public UploadEndpoint(ImportJobs jobs) {
        this.jobs = jobs;
    }

    public static boolean isUpload(Request request) {
        return request.method().equals("PUT") && request.path().startsWith(PREFIX);
    }

    /** Nobody fills the memory without a signature, and who has a bad one is told so whatever the size of the file. */
    public Intake intake(Request head) {
        return new Intake(MAX_BYTES, refusal(head).isEmpty());
    }

    @Override
    public String operation(Request request) {
        return "UserImportUpload";
    }

    /** Judges anew now that the file is there; a URL that expires while it comes in is refused, unlike at S3. */
    @Override
    public Answer answer(Request request) {
        return refusal(request).orElseGet(() -> kept(request));
    }

    private Answer kept(Request request) {
        boolean room = jobs.at(request.path())
                .map(job -> jobs.put(job, request.content()))
                .orElse(true);
        return room
                ? Answer.of(200, "application/xml", "").with("x-amz-server-side-encryption", "aws:kms")
                : error(503, "SlowDown", "Please reduce your request rate.");
    }

    private Optional<Answer> refusal(Request request) {
        Optional<Slot> slot =
                jobs.at(request.path()).map(job -> job.order().slot()).filter(open -> open.isSigned(request));
        if (slot.isEmpty()) {
            return Optional.of(error(
                    403,
                    "SignatureDoesNotMatch",
                    "The request signature we calculated does not match the signature you provided. Check your key and"
                            + " signing method."));
        }
        return slot.filter(open -> !open.isOpen(jobs.now()))
                .map(closed -> error(403, "AccessDenied", "Request has expired"));
    }

    @Override
    public Answer failure(String code, String message) {
        return error(code.equals("InternalErrorException") ? 500 : 503, code, message);
    }

    private static Answer error(int status, String code, String message) {
        return Answer.of(
                status,
                "application/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error>");
    }
}
