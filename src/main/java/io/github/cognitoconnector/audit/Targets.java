package io.github.cognitoconnector.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names the targets of mutations. */
@ApplicationScoped
class Targets {

    private final AuditNames names;

    Targets(AuditNames names) {
        this.names = names;
    }

    /** What the path names goes first; what is about to be made takes the place of the app that it is made in. */
    Target of(Asked asked, Told told) {
        List<Reference> path = asked.path();
        Reference made = told.made();
        boolean named = !path.isEmpty() && !path.getFirst().kind().equals("app");
        Reference thing = named || made == null ? (path.isEmpty() ? null : path.getFirst()) : made;
        return new Target(name(asked, thing), name(asked, path.size() > 1 ? path.get(1) : null), told.userSub());
    }

    private @Nullable String name(Asked asked, @Nullable Reference reference) {
        return reference == null ? null : names.of(asked.chain(), reference);
    }
}
