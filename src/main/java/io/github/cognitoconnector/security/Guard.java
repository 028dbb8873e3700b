package io.github.cognitoconnector.security;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.AppDirectory;
import io.github.cognitoconnector.app.AppDirectory.Entry;
import io.github.cognitoconnector.app.AppScope;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.security.RefusedTokenException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is let in, and to which app: from the token that was sent to the caller and the app that the path names. Everything
 * but the signature is looked at for each request anew, in memory while nothing has changed.
 */
@ApplicationScoped
class Guard {

    private final VerifiedTokens tokens;
    private final Callers callers;
    private final AppDirectory apps;
    private final Revocations revocations;
    private final CallerRates rates;

    Guard(VerifiedTokens tokens, Callers callers, AppDirectory apps, Revocations revocations, CallerRates rates) {
        this.tokens = tokens;
        this.callers = callers;
        this.apps = apps;
        this.revocations = revocations;
        this.rates = rates;
    }

    /**
     * Somebody who was let in.
     *
     * @param app the app that the path names, if the caller may act on it
     */
    record Admission(Caller caller, @Nullable App app) {}

    /** What {@link #admit} would say, if everything that it needs is in memory and nothing is wrong; blocks nobody. */
    Optional<Admission> peek(BearerToken bearer, Optional<String> appId) {
        AccessToken token = tokens.peek(bearer).orElse(null);
        if (token == null || !revocations.peek(token)) {
            return Optional.empty();
        }
        Caller caller = callers.of(token);
        App app = null;
        if (appId.isPresent()) {
            Entry entry = apps.peek(appId.get()).orElse(null);
            if (entry == null) {
                return Optional.empty();
            }
            app = entry.seenBy(caller.appScope()).orElse(null);
        }
        return listed(caller, app) && rates.peek(caller, app)
                ? Optional.of(new Admission(caller, app))
                : Optional.empty();
    }

    /**
     * Verifies the token and finds the app; blocks.
     *
     * @throws RefusedTokenException if the token is not taken, or its client is not one that the platform or an app lists
     * @throws ProblemException {@code THROTTLED} if the caller asks too often, {@code IDENTITY_PROVIDER_UNAVAILABLE}
     */
    Admission admit(BearerToken bearer, Optional<String> appId) {
        AccessToken token = tokens.verify(bearer);
        Caller caller = callers.of(token);
        App app = appId.flatMap(id -> apps.find(caller.appScope(), id)).orElse(null);
        if (app == null && caller.appScope() instanceof AppScope.ClientOf client && !apps.knows(client)) {
            throw new RefusedTokenException(Reason.CLIENT);
        }
        revocations.check(token);
        rates.check(caller, app);
        return new Admission(caller, app);
    }

    private boolean listed(Caller caller, @Nullable App app) {
        return app != null
                || !(caller.appScope() instanceof AppScope.ClientOf client)
                || apps.peek(client).orElse(false);
    }
}
