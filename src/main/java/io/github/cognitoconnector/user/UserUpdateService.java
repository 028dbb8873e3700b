package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.group.GroupService;
import io.github.cognitoconnector.group.PoolTurns;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.ETags;
import io.github.cognitoconnector.rest.Mutation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Changes users. Those who change the same user through this service wait for each other, on whatever replica, so that
 * {@code If-Match} holds among them; somebody who writes to Cognito himself waits for nobody, and between the check and the
 * write there is a moment for him.
 */
@ApplicationScoped
public class UserUpdateService {

    private final UserFinder finder;
    private final GroupService groups;
    private final PoolTurns turns;
    private final AttributeUpdate attributes;
    private final Mutation mutation;

    UserUpdateService(
            UserFinder finder, GroupService groups, PoolTurns turns, AttributeUpdate attributes, Mutation mutation) {
        this.finder = finder;
        this.groups = groups;
        this.turns = turns;
        this.attributes = attributes;
        this.mutation = mutation;
    }

    /**
     * Writes what is different, in one call, all or nothing. Four upstream calls: a look to find the user, a look when it is
     * this request's turn, the write, a look; two where nothing is different.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code STALE}, {@code ALIAS_EXISTS}, {@code INVALID_ATTRIBUTE},
     *     {@code EMAIL_DOMAIN_NOT_ALLOWED}, {@code THROTTLED} if too many change this user, and {@code FORBIDDEN} for somebody
     *     whose permissions go beyond the caller's
     */
    User update(App app, UserRef ref, UpdateUserRequest request, @Nullable String ifMatch) {
        Map<String, String> asked = asked(request);
        mutation.attributes(asked);
        User seen = finder.get(app, ref);
        ETags.check(ifMatch, seen.etag());
        groups.checkMember(app, seen.username());
        return turns.take(app, "user", String.valueOf(seen.sub()), () -> {
            User current = attributes.current(app, seen);
            ETags.check(ifMatch, current.etag());
            return attributes.update(app, current, asked);
        });
    }

    /**
     * As {@link #update}, without a look at what has become of him: two upstream calls, and the write.
     *
     * @return false if nothing was different
     */
    public boolean change(App app, UserRef ref, UpdateUserRequest request) {
        Map<String, String> asked = asked(request);
        User seen = finder.get(app, ref);
        groups.checkMember(app, seen.username());
        return turns.take(
                app,
                "user",
                String.valueOf(seen.sub()),
                () -> attributes.write(app, attributes.current(app, seen), asked));
    }

    /** Blank where an attribute is to be deleted. */
    private static Map<String, String> asked(UpdateUserRequest request) {
        Map<String, String> asked = new TreeMap<>();
        request.attributes().forEach((name, value) -> asked.put(name, value == null || value.isBlank() ? "" : value));
        return asked;
    }
}
