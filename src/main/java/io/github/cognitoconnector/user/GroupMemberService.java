package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Lists who is in a group; one upstream call for each upstream page. */
@ApplicationScoped
public class GroupMemberService {

    private final CognitoGroupMembers members;
    private final Invitations invitations;

    GroupMemberService(CognitoGroupMembers members, Invitations invitations) {
        this.members = members;
        this.invitations = invitations;
    }

    /** @throws ProblemException {@code GROUP_NOT_FOUND} */
    public Page<User> list(App app, String group, int limit, @Nullable String position) {
        Page<User> page = Pages.fill(limit, position, (size, token) -> members.list(app, group, size, token));
        return invitations.on(app, page);
    }
}
