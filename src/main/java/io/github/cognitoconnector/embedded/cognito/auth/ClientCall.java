package io.github.cognitoconnector.embedded.cognito.auth;

import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.user.Mailings.Destination;
import io.github.cognitoconnector.embedded.cognito.user.Recovery;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * A request that names a client and a username and that nobody has signed, such as SignUp.
 *
 * @param name the username as given
 * @param user whom it means, if anybody
 */
public record ClientCall(UserPool pool, AppClient client, String name, Optional<User> user) {

    /**
     * Reads a request.
     *
     * @throws Refusal {@code ResourceNotFoundException} for an unknown client, {@code NotAuthorizedException} for a secret
     *     hash that is missing, wrong, or not needed
     */
    public static ClientCall of(Pools pools, Input input) {
        AppClient client = pools.clientOf(input);
        UserPool pool = pools.get(client.poolId());
        String name = input.text("Username");
        Optional<User> user = pool.users().find(name);
        List<String> names =
                user.map(found -> List.of(name, found.username(), found.sub())).orElse(List.of(name));
        SecretHash.check(client, input.find("SecretHash"), names);
        return new ClientCall(pool, client, name, user);
    }

    /** Whether it must not be told that there is no such user (contract row 25). */
    public boolean hidesUsers() {
        return !client.revealsUserExistence();
    }

    /**
     * Where a code would have gone for a user who does not exist (contract row 25).
     *
     * @throws Refusal {@code UserNotFoundException} where that may be told
     */
    public Destination simulated() {
        if (!hidesUsers()) {
            throw Accounts.missing();
        }
        return Recovery.simulated(pool, name);
    }

    /**
     * The user.
     *
     * @throws Refusal {@code UserNotFoundException}; {@code NotAuthorizedException} for one who is disabled
     */
    public User enabledUser() {
        User found = user.orElseThrow(Accounts::missing);
        Accounts.checkEnabled(found);
        return found;
    }

    /** Whether the user is to be treated as one who does not exist: unknown or, where that is hidden, disabled. */
    public boolean isAboutNobody() {
        return user.map(found -> hidesUsers() && !found.standing().enabled()).orElse(true);
    }
}
