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

    GroupMemberService(CognitoGroupMembers members) {
        this.members = members;
    }

    /** @throws ProblemException {@code GROUP_NOT_FOUND} */
    Page<User> list(App app, String group, int limit, @Nullable String position) {
        return Pages.fill(limit, position, (size, token) -> members.list(app, group, size, token));
    }
}
