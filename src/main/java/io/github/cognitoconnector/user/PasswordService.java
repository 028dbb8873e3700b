package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.MessageAction;
import io.github.cognitoconnector.group.GroupService;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Passwords, of users whose permissions do not go beyond the caller's: {@code FORBIDDEN} for all others. */
@ApplicationScoped
public class PasswordService {

    private final CognitoPasswords passwords;
    private final UserFinder finder;
    private final GroupService groups;
    private final TemporaryPasswords temporary;

    PasswordService(CognitoPasswords passwords, UserFinder finder, GroupService groups, TemporaryPasswords temporary) {
        this.passwords = passwords;
        this.finder = finder;
        this.groups = groups;
        this.temporary = temporary;
    }

    /** @throws ProblemException {@code USER_NOT_FOUND}, {@code INVALID_PASSWORD}, {@code FORBIDDEN} */
    void set(App app, UserRef user, SetPasswordRequest request) {
        String username = finder.username(app, user);
        groups.checkMember(app, username);
        temporary.check(app, request.password(), "/password");
        try {
            passwords.setPassword(app, username, request.password(), Boolean.TRUE.equals(request.permanent()));
        } catch (ProblemException e) {
            throw e.type() == ProblemType.INVALID_PASSWORD
                    ? e.at(ProblemType.INVALID_PASSWORD, "/password", e.detail())
                    : e;
        }
    }

    /** @throws ProblemException {@code USER_NOT_FOUND}, {@code UNSUPPORTED_STATE}, {@code THROTTLED}, {@code FORBIDDEN} */
    void reset(App app, UserRef user) {
        User found = finder.get(app, user);
        groups.checkMember(app, found.username());
        if (found.isInvited()) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_STATE,
                    "The user has not yet signed in. POST …/invitation gives him another temporary password.");
        }
        if (!found.hasVerifiedAddress()) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_STATE,
                    "The user has no verified email address or phone number that a code could be sent to. Set email_verified"
                            + " or phone_number_verified, or PUT …/password.");
        }
        try {
            passwords.resetPassword(app, found.username());
        } catch (ProblemException e) {
            throw e.type() == ProblemType.UNSUPPORTED_STATE
                    ? e.as(e.type(), "A user in the state " + found.status() + " has no password that can be reset.")
                    : e;
        }
    }

    /** @throws ProblemException {@code USER_NOT_FOUND}, {@code UNSUPPORTED_STATE}, {@code PARTIAL_WRITE}, {@code FORBIDDEN} */
    Invitation invite(App app, UserRef user, @Nullable InviteUserRequest request) {
        User found = finder.get(app, user);
        groups.checkMember(app, found.username());
        if (!found.isInvited()) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_STATE,
                    "The user has signed in already. POST …/password-reset has him choose another password.");
        }
        MessageAction action =
                request == null || request.messageAction() == null ? app.messageAction() : request.messageAction();
        return action == MessageAction.SEND ? temporary.send(app, found) : temporary.show(app, found.username());
    }
}
