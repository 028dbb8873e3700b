package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes users with their groups, or not at all. */
@ApplicationScoped
public class NewUserService {

    private final NewUserRules rules;
    private final AddressLookup addresses;
    private final UserCreation creation;
    private final Placement placement;
    private final Invitations invitations;

    NewUserService(
            NewUserRules rules,
            AddressLookup addresses,
            UserCreation creation,
            Placement placement,
            Invitations invitations) {
        this.rules = rules;
        this.addresses = addresses;
        this.creation = creation;
        this.placement = placement;
        this.invitations = invitations;
    }

    /**
     * Creates the user with his groups; if a group fails, the user is removed again. One upstream call, one for each address
     * that users of the pool may sign in by, and one for each group. May be repeated by {@code Idempotency-Key}.
     *
     * @throws ProblemException {@code USER_EXISTS}, {@code ALIAS_EXISTS}, {@code INVALID_PASSWORD}, what {@link NewUserRules}
     *     refuses, and {@code PARTIAL_WRITE} if the user exists but is not as asked for
     */
    CreatedUser create(App app, CreateUserRequest request) {
        NewUser decided = rules.decide(app, request);
        addresses.checkFree(app, decided);
        UserCreation.Made made = creation.make(app, decided);
        placement.place(app, made);
        return CreatedUser.of(
                invitations.on(app, made.user()),
                made.as().groups(),
                made.as().generated() ? made.as().temporaryPassword() : null,
                made.warnings());
    }
}
