package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.PoolSettings;
import io.github.cognitoconnector.cognito.UserPools;
import io.github.cognitoconnector.group.GroupService;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Decides everything about a new user before anything is written: name, attributes, groups, password. */
@ApplicationScoped
class UserCreation {

    private static final String EMAIL = "email";

    private final UserPools pools;
    private final GroupService groups;
    private final PasswordGenerator passwords;

    UserCreation(UserPools pools, GroupService groups, PasswordGenerator passwords) {
        this.pools = pools;
        this.groups = groups;
        this.passwords = passwords;
    }

    /**
     * Costs no upstream call while the pool's settings and groups are remembered.
     *
     * @throws ProblemException {@code VALIDATION_FAILED}, {@code INVALID_ATTRIBUTE}, {@code INVALID_GROUP},
     *     {@code EMAIL_DOMAIN_NOT_ALLOWED}, {@code FORBIDDEN}
     */
    NewUser decide(App app, CreateUserRequest request) {
        Map<String, String> attributes = request.attributes() == null ? Map.of() : request.attributes();
        PoolSettings pool = pools.settings(app);
        String username = username(pool, request, attributes);
        pool.checkAttributes(attributes.keySet());
        checkEmail(app, pool, username, attributes);
        String given = request.temporaryPassword();
        return new NewUser(
                username,
                attributes,
                groups(app, request),
                given == null ? passwords.generate(pool) : given,
                given == null,
                request.messageAction() == null ? app.messageAction() : request.messageAction(),
                request.deliveryMediums() == null ? List.of() : request.deliveryMediums());
    }

    /** Another password by the pool's settings read anew, after Cognito refused one that was generated. */
    NewUser regenerate(App app, NewUser user) {
        pools.forget(app);
        return user.withPassword(passwords.generate(pools.settings(app)));
    }

    private static String username(PoolSettings pool, CreateUserRequest request, Map<String, String> attributes) {
        if (request.username() != null) {
            return request.username();
        }
        return Stream.of(EMAIL, "phone_number")
                .filter(pool.signInAttributes()::contains)
                .map(attributes::get)
                .filter(value -> value != null)
                .findFirst()
                .orElseThrow(() -> ProblemException.field(ProblemType.VALIDATION_FAILED, "/username", required(pool)));
    }

    private static String required(PoolSettings pool) {
        return pool.signInAttributes().isEmpty()
                ? "The users of this pool sign in by username; it is required."
                : "Give the username, or the attribute that the users of this pool sign in by.";
    }

    private static void checkEmail(App app, PoolSettings pool, String username, Map<String, String> attributes) {
        String email = attributes.get(EMAIL);
        if (email != null) {
            EmailDomains.check(app, email, "/attributes/email");
        } else if (pool.signInAttributes().contains(EMAIL) && username.contains("@")) {
            EmailDomains.check(app, username, "/username");
        }
    }

    /** The app's own come first; each group once. */
    private List<String> groups(App app, CreateUserRequest request) {
        List<String> asked = request.groups() == null ? List.of() : request.groups();
        groups.requireAll(app, app.defaultGroups(), "/defaultGroups");
        groups.requireAll(app, asked, "/groups");
        List<String> all = Stream.concat(app.defaultGroups().stream(), asked.stream())
                .distinct()
                .toList();
        all.forEach(group -> groups.checkGrant(app, group));
        return all;
    }
}
