package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.UserPools;
import io.github.cognitoconnector.problem.FieldErrors;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.user.CreateUserRequest.DeliveryMedium;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** Gives invited users other temporary passwords, by the pool's remembered policy, and anew if that is out of date. */
@ApplicationScoped
class TemporaryPasswords {

    private final CognitoPasswords passwords;
    private final PasswordGenerator generator;
    private final UserPools pools;
    private final Invitations invitations;
    private final Clock clock;

    TemporaryPasswords(
            CognitoPasswords passwords,
            PasswordGenerator generator,
            UserPools pools,
            Invitations invitations,
            Clock clock) {
        this.passwords = passwords;
        this.generator = generator;
        this.pools = pools;
        this.invitations = invitations;
        this.clock = clock;
    }

    /** @throws ProblemException {@code INVALID_PASSWORD} with every rule of the policy that the password breaks */
    void check(App app, String password, String pointer) {
        FieldErrors errors = new FieldErrors();
        errors.addAll(PasswordRules.errors(pools.settings(app), password, pointer));
        errors.check();
    }

    /**
     * Cognito sends it.
     *
     * @throws ProblemException {@code UNSUPPORTED_STATE} for a user without an address
     */
    Invitation send(App app, User user) {
        List<DeliveryMedium> mediums = DeliveryMedium.to(user.attributes());
        if (mediums.isEmpty()) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_STATE,
                    "The user has no email address or phone number. Give him one, or invite him with SUPPRESS.");
        }
        give(app, password -> passwords.invite(app, user.username(), password, mediums));
        return new Invitation(invitations.expiry(app, clock.instant()), null);
    }

    /** The caller is told. */
    Invitation show(App app, String username) {
        String given = give(app, password -> passwords.setPassword(app, username, password, false));
        return new Invitation(invitations.expiry(app, clock.instant()), given);
    }

    private String give(App app, Consumer<String> by) {
        String password = generator.generate(pools.settings(app));
        try {
            by.accept(password);
            return password;
        } catch (ProblemException e) {
            if (e.type() != ProblemType.INVALID_PASSWORD) {
                throw e;
            }
        }
        pools.forget(app);
        String other = generator.generate(pools.settings(app));
        by.accept(other);
        return other;
    }
}
