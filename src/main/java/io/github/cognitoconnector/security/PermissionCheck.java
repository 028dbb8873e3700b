package io.github.cognitoconnector.security;

import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.problem.MissingPermission;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.security.Permission;
import java.util.Set;
import java.util.function.Function;

/**
 * Answers whether the caller holds a permission. An app out of reach is not found before any permission is looked at,
 * so that its existence does not show in the order of the checks.
 */
record PermissionCheck(Set<String> held, boolean appMissing, RoutingContext request)
        implements Function<Permission, Uni<Boolean>> {

    @Override
    public Uni<Boolean> apply(Permission required) {
        if (appMissing) {
            return Uni.createFrom().failure(CurrentApp.notFound());
        }
        boolean holds = held.contains(required.getName());
        if (!holds) {
            MissingPermission.note(request, required.getName());
        }
        return Uni.createFrom().item(holds);
    }
}
