package io.github.cognitoconnector.security;

import io.github.cognitoconnector.problem.MissingPermission;
import io.github.cognitoconnector.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.security.Permission;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers whether the caller holds a permission. An app out of reach is not found before any permission is looked at,
 * so that its existence does not show in the order of the checks.
 */
record PermissionCheck(Set<String> held, @Nullable ProblemException missing, RoutingContext request)
        implements Function<Permission, Uni<Boolean>> {

    @Override
    public Uni<Boolean> apply(Permission required) {
        if (missing != null) {
            return Uni.createFrom().failure(missing);
        }
        boolean holds = held.contains(required.getName());
        if (!holds) {
            MissingPermission.note(request, required.getName());
        }
        return Uni.createFrom().item(holds);
    }
}
