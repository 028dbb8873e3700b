package io.github.cognitoconnector.audit;

import io.github.cognitoconnector.problem.Problem;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.DryRun;
import io.github.cognitoconnector.rest.Mutations;
import io.github.cognitoconnector.rest.OffEventLoop;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Audits every operation that does not only read, because of what it is: an intent before it, a row before its answer is
 * sent. What is refused before that, to a caller who is known, is a row too; 401 and 429 are none, or anybody could fill
 * the disk.
 */
public class MutationFilter {

    /** Behind all other filters, so that what they refuse needs no intent. */
    private static final int LAST = 9000;

    private static final String THREAD = "audit";

    private final CurrentMutation current;
    private final CurrentIdentityAssociation identities;
    private final Refusals refusals;
    private final DryRun dryRun;

    MutationFilter(CurrentMutation current, CurrentIdentityAssociation identities, Refusals refusals, DryRun dryRun) {
        this.current = current;
        this.identities = identities;
        this.refusals = refusals;
        this.dryRun = dryRun;
    }

    /** On the operation's own virtual thread. */
    @ServerRequestFilter(priority = LAST)
    public void begin(ContainerRequestContext request, ResourceInfo resource) {
        Method operation = resource.getResourceMethod();
        if (!isAudited(request, operation)) {
            return;
        }
        Asked asked = Asked.of(identities.getIdentity(), request, operation);
        if (asked == null) {
            return;
        }
        try {
            current.begin(asked, AuditedOperation.successStatus(operation));
        } catch (RuntimeException e) {
            throw ProblemException.of(
                    ProblemType.DATABASE_UNAVAILABLE,
                    "Nothing was done, because it could not be written down who asked for it. Try again in a moment.",
                    e);
        }
    }

    /** A refusal for want of a permission comes on an event loop, which must not wait for a database. */
    @ServerResponseFilter
    public @Nullable Uni<Void> end(
            ContainerRequestContext request, ContainerResponseContext response, @Nullable ResourceInfo resource) {
        Method operation = resource == null ? null : resource.getResourceMethod();
        if (operation == null || !isAudited(request, operation) || current.isWritten()) {
            return null;
        }
        Begun.Answer answer = Begun.Answer.of(response.getStatus(), code(response.getEntity()));
        if (current.hasBegun()) {
            return OffEventLoop.run(THREAD, current.end(answer));
        }
        return answer.refusal() ? refuse(request, operation, answer) : null;
    }

    /** A dry run changes nothing, so that nobody did anything. */
    private boolean isAudited(ContainerRequestContext request, Method operation) {
        return Mutations.is(request.getMethod(), operation) && !dryRun.isOn();
    }

    private Uni<Void> refuse(ContainerRequestContext request, Method operation, Begun.Answer answer) {
        return identities
                .getDeferredIdentity()
                .onFailure()
                .recoverWithNull()
                .onItem()
                .transformToUni(identity -> refuse(identity, request, operation, answer));
    }

    private Uni<Void> refuse(
            @Nullable SecurityIdentity identity,
            ContainerRequestContext request,
            Method operation,
            Begun.Answer answer) {
        Asked asked = identity == null ? null : Asked.of(identity, request, operation);
        Uni<Void> written = asked == null ? null : OffEventLoop.run(THREAD, () -> refusals.write(asked, answer));
        return written == null ? Uni.createFrom().voidItem() : written;
    }

    private static @Nullable String code(@Nullable Object entity) {
        return entity instanceof Problem problem ? problem.code() : null;
    }
}
