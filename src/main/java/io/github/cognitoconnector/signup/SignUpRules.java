package io.github.cognitoconnector.signup;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.PoolSettings;
import io.github.cognitoconnector.cognito.SignUpAppClients;
import io.github.cognitoconnector.cognito.SignUpClient;
import io.github.cognitoconnector.cognito.UserPools;
import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.FieldErrors;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.user.AttributeRules;
import io.github.cognitoconnector.user.CreateUserRequest.DeliveryMedium;
import io.github.cognitoconnector.user.PasswordRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides everything about a sign-up before Cognito is asked, since Cognito might look first whether the name is taken, and
 * what it then refuses would tell. Costs no upstream call while the pool, its client and its groups are remembered.
 */
@ApplicationScoped
class SignUpRules {

    private final UserPools pools;
    private final SignUpAppClients appClients;
    private final SignUpClients clients;
    private final DefaultGroups groups;

    SignUpRules(UserPools pools, SignUpAppClients appClients, SignUpClients clients, DefaultGroups groups) {
        this.pools = pools;
        this.appClients = appClients;
        this.clients = clients;
        this.groups = groups;
    }

    /**
     * @throws ProblemException {@code UNSUPPORTED_STATE} if the app or the pool lets nobody sign up;
     *     {@code VALIDATION_FAILED}, {@code EMAIL_DOMAIN_NOT_ALLOWED}, {@code INVALID_ATTRIBUTE}, {@code INVALID_GROUP},
     *     {@code INVALID_PASSWORD}
     */
    NewSignUp decide(App app, SignUpRequest request) {
        PoolSettings pool = open(app);
        Map<String, String> attributes = new TreeMap<>(request.attributes());
        attributes.values().removeIf(String::isBlank);
        SignUpIdentity identity = SignUpIdentity.of(pool, request.username(), attributes);
        identity.checkDomain(app);
        check(AttributeRules.errors(pool, attributes));
        DeliveryMedium medium = identity.medium(app, pool);
        SignUpClient client = clients.choose(app, request.clientId());
        identity.checkAttributes(pool, client);
        groups.check(app);
        check(PasswordRules.errors(pool, request.password(), "/password"));
        return new NewSignUp(identity.username(), request.password(), attributes, client, medium);
    }

    /**
     * The client through which a sign-up that was begun goes on.
     *
     * @throws ProblemException {@code UNSUPPORTED_STATE}, {@code INVALID_GROUP}
     */
    SignUpClient client(App app) {
        open(app);
        groups.check(app);
        return clients.choose(app, null);
    }

    /** After Cognito has refused what these rules allow. */
    void forget(App app, SignUpClient client) {
        pools.forget(app);
        appClients.forget(app, client.id());
    }

    private PoolSettings open(App app) {
        if (!app.selfSignUp()) {
            throw closed("Nobody signs himself up for this app, unless the platform sets selfSignUp. Create the user.");
        }
        PoolSettings pool = pools.settings(app);
        if (!pool.selfSignUp()) {
            throw closed(
                    "In this user pool administrators alone create users (AllowAdminCreateUserOnly). Create the user.");
        }
        if (pool.autoVerified().isEmpty()) {
            throw closed(
                    "The user pool sends no codes to new users. Set its AutoVerifiedAttributes, or create the user.");
        }
        return pool;
    }

    private static void check(List<FieldError> found) {
        FieldErrors errors = new FieldErrors();
        errors.addAll(found);
        errors.check();
    }

    static ProblemException refusedPassword() {
        return ProblemException.field(
                ProblemType.INVALID_PASSWORD, "/password", "See the password policy of the pool.");
    }

    private static ProblemException closed(String detail) {
        return ProblemException.of(ProblemType.UNSUPPORTED_STATE, detail);
    }
}
