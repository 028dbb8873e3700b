package io.github.cognitoconnector.access;

import io.github.cognitoconnector.access.Me.MeAsCaller;
import io.github.cognitoconnector.access.Me.MyApp;
import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.AppService;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.security.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** Says who the caller is and what he may do; one query. */
@ApplicationScoped
public class MeService {

    /** As many as a page of apps has at most. */
    private static final int MOST_APPS = 60;

    private final SecurityIdentity identity;
    private final AppService apps;

    MeService(SecurityIdentity identity, AppService apps) {
        this.identity = identity;
        this.apps = apps;
    }

    Me get() {
        Caller caller = identity.getAttribute(Caller.ATTRIBUTE);
        Page<App> first = apps.list(caller.appScope(), MOST_APPS, null);
        return new Me(
                MeAsCaller.of(caller),
                Me.sorted(caller.permissions(null)),
                first.items().stream().map(app -> MyApp.of(caller, app)).toList(),
                first.nextCursor() != null);
    }
}
