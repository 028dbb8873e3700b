package io.github.cognitoconnector.security;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.security.Guard.Admission;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.HttpURLConnection;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bearer tokens of the Authorization header, and nothing else: no cookie, no query parameter. Makes the identity that
 * permissions are checked against. What is in memory is answered at once; everything else waits on a thread of its own.
 */
@ApplicationScoped
public class CallerAuthentication implements HttpAuthenticationMechanism {

    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("guard").start(task);

    private static final CharSequence CHALLENGE = HttpHeaders.createOptimized("WWW-Authenticate");

    private final Guard guard;
    private final VerifiedTokens tokens;
    private final FailedAuthentications failures;

    CallerAuthentication(Guard guard, VerifiedTokens tokens, FailedAuthentications failures) {
        this.guard = guard;
        this.tokens = tokens;
        this.failures = failures;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        Optional<AppPath> named = AppPath.of(request.normalizedPath());
        Optional<String> appId = named.map(AppPath::appId);
        SocketAddress address = request.request().remoteAddress();
        return counted(address, () -> {
            Optional<BearerToken> sent =
                    BearerToken.of(request.request().headers().getAll(HttpHeaders.AUTHORIZATION));
            if (sent.isEmpty()) {
                return Uni.createFrom().nullItem();
            }
            Optional<Admission> known = guard.peek(sent.get(), appId);
            return known.isPresent()
                    ? Uni.createFrom().item(identity(known.get(), named, request))
                    : later(address, sent.get(), () -> identity(guard.admit(sent.get(), appId), named, request));
        });
    }

    /** Whatever is wrong with a token counts against the address that it came from. */
    private Uni<SecurityIdentity> counted(
            SocketAddress address, Supplier<Uni<? extends SecurityIdentity>> authentication) {
        return Uni.createFrom()
                .deferred(authentication)
                .onFailure(RefusedTokenException.class)
                .transform(e -> {
                    if (e instanceof RefusedTokenException refused) {
                        tokens.refused(refused);
                    }
                    failures.count(address);
                    return new AuthenticationFailedException();
                });
    }

    /** Goes on where the request was, since everything that belongs to it is found through its Vert.x context. */
    private Uni<SecurityIdentity> later(SocketAddress address, BearerToken sent, Supplier<SecurityIdentity> identity) {
        if (!tokens.remembers(sent)) {
            failures.check(address);
        }
        Context context = Objects.requireNonNull(Vertx.currentContext(), "Requests have a context");
        return Uni.createFrom()
                .completionStage(() -> CompletableFuture.supplyAsync(identity, THREADS))
                .emitOn(next -> context.runOnContext(ready -> next.run()));
    }

    private static SecurityIdentity identity(Admission admitted, Optional<AppPath> named, RoutingContext request) {
        Caller caller = admitted.caller();
        @Nullable ProblemException missing =
                named.isPresent() && admitted.app() == null ? named.get().missing() : null;
        return ActingCaller.builder(caller, admitted.app())
                .addPermissionChecker(new PermissionCheck(caller.permissions(admitted.app()), missing, request))
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(HttpURLConnection.HTTP_UNAUTHORIZED, CHALLENGE, "Bearer"));
    }
}
