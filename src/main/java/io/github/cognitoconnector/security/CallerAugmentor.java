package io.github.cognitoconnector.security;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.AppDirectory;
import io.github.cognitoconnector.app.AppScope;
import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.app.CurrentCaller;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Turns a verified token into the identity that the permissions are checked against: the caller, the app that the
 * path names if the caller may act on it, and what the caller may do there.
 */
@ApplicationScoped
public class CallerAugmentor implements SecurityIdentityAugmentor {

    private final Callers callers;
    private final AppDirectory apps;

    CallerAugmentor(Callers callers, AppDirectory apps) {
        this.callers = callers;
        this.apps = apps;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return augment(identity, context, Map.of());
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        return context.runBlocking(() -> identify(identity, request));
    }

    /** @throws AuthenticationFailedException unless the token's client is one that the platform or an app lists */
    private SecurityIdentity identify(SecurityIdentity identity, RoutingContext request) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new AuthenticationFailedException();
        }
        Caller caller = callers.of(token);
        Optional<String> appId = AppPath.appId(request.normalizedPath());
        App app = appId.flatMap(id -> apps.find(caller.appScope(), id)).orElse(null);
        if (app == null && caller.appScope() instanceof AppScope.ClientOf client && !apps.knows(client)) {
            throw new AuthenticationFailedException();
        }
        boolean appMissing = appId.isPresent() && app == null;
        return identityOf(identity, caller, app, new PermissionCheck(caller.permissions(app), appMissing, request));
    }

    private static SecurityIdentity identityOf(
            SecurityIdentity verified, Caller caller, @Nullable App app, PermissionCheck permissions) {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(verified.getPrincipal())
                .addCredentials(verified.getCredentials())
                .addAttribute(Caller.ATTRIBUTE, caller)
                .addAttribute(AppScope.ATTRIBUTE, caller.appScope())
                .addAttribute(CurrentCaller.ATTRIBUTE, caller.subject())
                .addPermissionChecker(permissions);
        if (app != null) {
            identity.addAttribute(CurrentApp.ATTRIBUTE, app);
        }
        return identity.build();
    }
}
