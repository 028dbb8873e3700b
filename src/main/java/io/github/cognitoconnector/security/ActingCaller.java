package io.github.cognitoconnector.security;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.AppScope;
import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.CurrentCaller;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.security.runtime.SecurityIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Work that goes on behind a request, as the caller who has asked for it. */
@ApplicationScoped
public class ActingCaller {

    private static final Duration OF_PERSONS = Duration.ofDays(1);

    private final SecurityIdentityAssociation association;
    private final Revocations revocations;
    private final Clock clock;

    ActingCaller(SecurityIdentityAssociation association, Revocations revocations, Clock clock) {
        this.association = association;
        this.revocations = revocations;
        this.clock = clock;
    }

    /** Whoever asks in the current request context is the caller from now on, and acts on the app. */
    public void begin(Caller caller, App app) {
        association.setIdentity(identity(caller, app));
    }

    /**
     * Whether the caller may still do what he has asked for: what the app lists and gives to his groups is looked at as it is
     * now, and so is whether a person was disabled, signed out or deleted since. What a person has asked for counts for a day,
     * as his tokens do at the most.
     */
    public boolean mayStill(Caller caller, App app, Set<String> permissions, Instant asked) {
        return caller.appScope().holds(app)
                && (caller.kind() == Caller.Kind.CLIENT
                        || asked.isAfter(clock.instant().minus(OF_PERSONS)))
                && caller.permissions(app).containsAll(permissions)
                && !isRevoked(caller, asked);
    }

    private boolean isRevoked(Caller caller, Instant asked) {
        return caller.kind() == Caller.Kind.PERSON
                && revocations.hasEnded(caller.userPoolId(), caller.subject(), asked.getEpochSecond());
    }

    static QuarkusSecurityIdentity.Builder builder(Caller caller, @Nullable App app) {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.subject()))
                .addAttribute(Caller.ATTRIBUTE, caller)
                .addAttribute(AppScope.ATTRIBUTE, caller.appScope())
                .addAttribute(CurrentCaller.ATTRIBUTE, caller.subject());
        if (app != null) {
            identity.addAttribute(CurrentApp.ATTRIBUTE, app);
        }
        return identity;
    }

    private static SecurityIdentity identity(Caller caller, App app) {
        return builder(caller, app).build();
    }
}
