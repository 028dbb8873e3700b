package io.github.cognitoconnector.idempotency;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Attempt;
import io.github.cognitoconnector.rest.DryRun;
import io.github.cognitoconnector.rest.Idempotent;
import io.github.cognitoconnector.rest.OffEventLoop;
import io.github.cognitoconnector.rest.Upload;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Idempotency-Key} of every operation that makes something: carries it out once, and answers repeats with
 * the first answer. Costs two round trips to the database, and nothing where the header is not sent.
 */
public class IdempotencyFilter {

    /** Behind the filters that refuse, before the audit trail: a repeat does nothing that could be audited. */
    private static final int LAST_BUT_AUDIT = 8000;

    private final IdempotencyKeys keys;
    private final CurrentClaim current;
    private final RequestedUse requested;
    private final DryRun dryRun;
    private final Attempt attempt;

    IdempotencyFilter(
            IdempotencyKeys keys, CurrentClaim current, RequestedUse requested, DryRun dryRun, Attempt attempt) {
        this.keys = keys;
        this.current = current;
        this.requested = requested;
        this.dryRun = dryRun;
        this.attempt = attempt;
    }

    /** On the operation's own virtual thread. */
    @ServerRequestFilter(priority = LAST_BUT_AUDIT)
    public @Nullable RestResponse<@Nullable String> begin(ContainerRequestContext request, ResourceInfo resource)
            throws IOException {
        Method operation = resource.getResourceMethod();
        if (!operation.isAnnotationPresent(Idempotent.class) || dryRun.isOn()) {
            return null;
        }
        Use use = requested.by(request, operation.isAnnotationPresent(Upload.class));
        return use == null ? null : begin(use);
    }

    private @Nullable RestResponse<@Nullable String> begin(Use use) throws IOException {
        return switch (keys.claim(use)) {
            case Claim.Mine mine -> {
                current.hold(mine);
                attempt.named(mine.name());
                if (mine.repeated()) {
                    attempt.repeats(mine.firstAt());
                }
                yield null;
            }
            case Claim.Done done ->
                replay(keys.open(use, done).orElseThrow(IdempotencyFilter::unreadable), use.upload());
            case Claim.InFlight() -> throw inFlight();
            case Claim.Mismatch() -> throw another();
        };
    }

    private static RestResponse<@Nullable String> replay(StoredAnswer answer, @Nullable DigestedBody upload)
            throws IOException {
        if (upload != null) {
            upload.readToEnd();
            if (!Objects.equals(answer.uploaded(), upload.hash())) {
                throw another();
            }
        }
        return answer.replay();
    }

    @ServerResponseFilter
    public @Nullable Uni<Void> end(ContainerResponseContext response) {
        Claim.Mine mine = current.letGo();
        return mine == null ? null : OffEventLoop.run("idempotency", keys.ending(mine, response));
    }

    private static ProblemException inFlight() {
        return ProblemException.retryAfter(
                ProblemType.IDEMPOTENCY_IN_FLIGHT,
                "The request of this key is under way. Repeat it later to get its answer.",
                Duration.ofSeconds(1));
    }

    private static ProblemException another() {
        return mismatch("The key was used for another request. Choose another one.");
    }

    private static ProblemException unreadable() {
        return mismatch("The key was used, but its answer cannot be read any more. Choose another one.");
    }

    private static ProblemException mismatch(String detail) {
        return ProblemException.of(ProblemType.IDEMPOTENCY_MISMATCH, detail);
    }
}
