package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.MessageAction;
import io.github.cognitoconnector.rest.Attempt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the user whom an attempt has made whose answer was lost. He is taken for that attempt's if he was made since it
 * began, is as it wanted him, and nobody has signed in as him. Somebody who asks for the very same user in the same moments
 * cannot be told apart.
 */
@ApplicationScoped
class LostCreate {

    /** Attributes that Cognito sets by itself where the pool signs in by address. */
    private static final Set<String> ADDRESSES = Set.of("email", "phone_number");

    private static final Map<String, String> UNVERIFIED =
            Map.of("email_verified", "false", "phone_number_verified", "false");

    private final CognitoUsers users;
    private final CognitoPasswords passwords;
    private final Attempt attempt;

    LostCreate(CognitoUsers users, CognitoPasswords passwords, Attempt attempt) {
        this.users = users;
        this.passwords = passwords;
        this.attempt = attempt;
    }

    /**
     * One upstream call, and one more where an earlier request has made him: then nobody knows his password, unless the
     * caller chose it.
     *
     * @param notBefore when the attempt began
     * @return empty if there is no such user
     */
    Optional<User> find(App app, NewUser wanted, Instant notBefore) {
        Optional<User> found = users.find(app, wanted.username()).filter(user -> isOurs(user, wanted, notBefore));
        if (found.isPresent() && attempt.isRepeat() && wanted.generated()) {
            giveAnotherPassword(app, wanted, found.get());
        }
        return found;
    }

    /** Whether the user is what the attempt wanted. */
    static boolean isOurs(User user, NewUser wanted, Instant notBefore) {
        return user.isInvited()
                && user.enabled()
                && user.createdAt().isAfter(notBefore)
                && user.attributes().entrySet().containsAll(wanted.attributes().entrySet())
                && user.attributes().entrySet().stream()
                        .filter(attribute -> !wanted.attributes().containsKey(attribute.getKey()))
                        .allMatch(attribute -> isCognitos(attribute, wanted));
    }

    private static boolean isCognitos(Map.Entry<String, String> attribute, NewUser wanted) {
        return (ADDRESSES.contains(attribute.getKey()) && attribute.getValue().equalsIgnoreCase(wanted.username()))
                || attribute.getValue().equals(UNVERIFIED.get(attribute.getKey()));
    }

    private void giveAnotherPassword(App app, NewUser wanted, User user) {
        if (wanted.messageAction() == MessageAction.SEND) {
            passwords.invite(app, user.username(), wanted.temporaryPassword(), wanted.deliveryMediums());
        } else {
            passwords.setPassword(app, user.username(), wanted.temporaryPassword(), false);
        }
    }
}
