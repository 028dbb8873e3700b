package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.PoolSettings;
import io.github.cognitoconnector.cognito.UserPools;
import io.github.cognitoconnector.group.GroupService;
import io.github.cognitoconnector.problem.ConstraintProblems;
import io.github.cognitoconnector.problem.FieldErrors;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.user.CreateUserRequest.DeliveryMedium;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides everything about a new user before anything is written: name, attributes, groups, password. */
@ApplicationScoped
class NewUserRules {

    private static final String EMAIL = "email";

    /** Cognito's quota. */
    private static final int MOST_GROUPS = 100;

    private final Validator validator;
    private final UserPools pools;
    private final GroupService groups;
    private final PasswordGenerator passwords;

    NewUserRules(Validator validator, UserPools pools, GroupService groups, PasswordGenerator passwords) {
        this.validator = validator;
        this.pools = pools;
        this.groups = groups;
        this.passwords = passwords;
    }

    /**
     * Costs no upstream call while the pool's settings and groups are remembered. All fields that are wrong are told at once.
     *
     * @throws ProblemException {@code VALIDATION_FAILED}, {@code INVALID_ATTRIBUTE}, {@code INVALID_PASSWORD},
     *     {@code INVALID_GROUP}, {@code EMAIL_DOMAIN_NOT_ALLOWED}, {@code FORBIDDEN}
     */
    NewUser decide(App app, CreateUserRequest request) {
        PoolSettings pool = pools.settings(app);
        FieldErrors errors = new FieldErrors();
        errors.addAll(ConstraintProblems.errors(validator.validate(request)));
        Map<String, String> attributes = present(request.attributes());
        String username = username(pool, request, attributes, errors);
        errors.addToOthers(AttributeRules.errors(pool, attributes));
        errors.collect(() -> checkEmail(app, pool, username, attributes));
        String given = request.temporaryPassword();
        if (given != null) {
            errors.addToOthers(PasswordRules.errors(pool, given, "/temporaryPassword"));
        }
        List<String> all = groups(app, request, errors);
        errors.check();
        all.forEach(group -> groups.checkGrant(app, group));
        return new NewUser(
                username,
                attributes,
                all,
                given == null ? passwords.generate(pool) : given,
                given == null,
                request.messageAction() == null ? app.messageAction() : request.messageAction(),
                request.deliveryMediums() == null ? DeliveryMedium.to(attributes) : request.deliveryMediums());
    }

    /** Another password by the pool's settings read anew, after Cognito refused one that was generated. */
    NewUser regenerate(App app, NewUser user) {
        pools.forget(app);
        return user.withPassword(passwords.generate(pools.settings(app)));
    }

    /** A name or value that is missing has its violation already. */
    private static Map<String, String> present(@Nullable Map<String, String> attributes) {
        Map<String, String> present = new TreeMap<>();
        if (attributes != null) {
            attributes.forEach((name, value) -> {
                if (name != null && value != null) {
                    present.put(name, value);
                }
            });
        }
        return present;
    }

    private static String username(
            PoolSettings pool, CreateUserRequest request, Map<String, String> attributes, FieldErrors errors) {
        if (request.username() != null) {
            return request.username();
        }
        return Stream.of(EMAIL, "phone_number")
                .filter(pool.signInAttributes()::contains)
                .map(attributes::get)
                .filter(value -> value != null)
                .findFirst()
                .orElseGet(() -> {
                    errors.add(ProblemType.VALIDATION_FAILED, "/username", required(pool));
                    return "";
                });
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
        }
        if (pool.signInAttributes().contains(EMAIL) && username.contains("@") && !username.equals(email)) {
            EmailDomains.check(app, username, "/username");
        }
    }

    /** The app's own come first; each group once. */
    private List<String> groups(App app, CreateUserRequest request, FieldErrors errors) {
        List<String> asked = request.groups() == null || errors.concern("/groups") ? List.of() : request.groups();
        errors.collect(() -> groups.requireAll(app, app.defaultGroups(), "/defaultGroups"));
        errors.collect(() -> groups.requireAll(app, asked, "/groups"));
        List<String> all = Stream.concat(app.defaultGroups().stream(), asked.stream())
                .distinct()
                .toList();
        if (all.size() > MOST_GROUPS) {
            errors.add(ProblemType.INVALID_GROUP, "/groups", "A user can be in " + MOST_GROUPS + " groups.");
        }
        return all;
    }
}
