package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.MessageAction;
import io.github.cognitoconnector.group.Group;
import io.github.cognitoconnector.group.GroupService;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.Attempt;
import io.github.cognitoconnector.rest.Page;
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

    /** The most that Cognito lists at a time. */
    private static final int PAGE = 60;

    /** Attributes that Cognito sets by itself where the pool signs in by address. */
    private static final Set<String> ADDRESSES = Set.of("email", "phone_number");

    private static final Map<String, String> UNVERIFIED =
            Map.of("email_verified", "false", "phone_number_verified", "false");

    private final CognitoUsers users;
    private final CognitoPasswords passwords;
    private final GroupService groups;
    private final Attempt attempt;

    LostCreate(CognitoUsers users, CognitoPasswords passwords, GroupService groups, Attempt attempt) {
        this.users = users;
        this.passwords = passwords;
        this.groups = groups;
        this.attempt = attempt;
    }

    /**
     * One upstream call, and two more where an earlier request has made him: to see that he is in no other groups, and to give
     * him the password of this one.
     *
     * @param notBefore when the attempt began
     * @return empty if there is no such user
     */
    Optional<User> find(App app, NewUser wanted, Instant notBefore) {
        Optional<User> found = users.find(app, wanted.username()).filter(user -> isOurs(user, wanted, notBefore));
        if (attempt.isRepeat()) {
            found = found.filter(user -> isInNoOtherGroup(app, user, wanted));
            found.ifPresent(user -> giveThePassword(app, wanted, user));
        }
        return found;
    }

    /** A repeat may come hours later: whoever has been given other groups since is somebody's, whatever he was. */
    boolean isInNoOtherGroup(App app, User user, NewUser wanted) {
        Page<Group> in = groups.listOfUser(app, user.username(), PAGE, null);
        return in.nextCursor() == null && in.items().stream().map(Group::name).allMatch(wanted.groups()::contains);
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

    /** The password that the current attempt has made; one upstream call. */
    void giveThePassword(App app, NewUser wanted, User user) {
        if (wanted.messageAction() == MessageAction.SEND) {
            passwords.invite(app, user.username(), wanted.temporaryPassword(), wanted.deliveryMediums());
            return;
        }
        try {
            passwords.setPassword(app, user.username(), wanted.temporaryPassword(), false);
        } catch (ProblemException e) {
            if (wanted.generated() || !e.isUpstream("PasswordHistoryPolicyViolationException")) {
                throw e;
            } // he has it already
        }
    }
}
