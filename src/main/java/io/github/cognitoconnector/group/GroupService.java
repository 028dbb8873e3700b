package io.github.cognitoconnector.group;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.Pages;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups and who is in them. Costs one upstream call an operation; lists one for each upstream page. */
@ApplicationScoped
public class GroupService {

    private final CognitoGroups groups;
    private final Cache known;

    GroupService(CognitoGroups groups, @CacheName("known-groups") Cache known) {
        this.groups = groups;
        this.known = known;
    }

    /** @throws ProblemException {@code GROUP_EXISTS} */
    public Group create(App app, CreateGroupRequest request) {
        return groups.create(app, request);
    }

    /** @throws ProblemException {@code GROUP_NOT_FOUND} */
    public Group get(App app, String name) {
        return groups.get(app, name);
    }

    public Page<Group> list(App app, int limit, @Nullable String position) {
        return Pages.fill(limit, position, (size, token) -> groups.list(app, size, token));
    }

    /** @throws ProblemException {@code USER_NOT_FOUND} */
    public Page<Group> listOfUser(App app, String username, int limit, @Nullable String position) {
        return Pages.fill(limit, position, (size, token) -> groups.listOfUser(app, username, size, token));
    }

    /**
     * Repeatable.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code GROUP_NOT_FOUND}
     */
    public void add(App app, String username, String group) {
        groups.add(app, username, group);
    }

    /**
     * Repeatable.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code GROUP_NOT_FOUND}
     */
    public void remove(App app, String username, String group) {
        groups.remove(app, username, group);
    }

    /**
     * Makes sure that all of these groups exist. That a group exists is remembered for a short while; that it does not
     * is not.
     *
     * @param pointer JSON pointer of the list in the request
     * @throws ProblemException {@code INVALID_GROUP} with every unknown group
     */
    public void requireAll(App app, List<String> names, String pointer) {
        List<FieldError> unknown = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!exists(app, names.get(i))) {
                unknown.add(FieldError.of(
                        ProblemType.INVALID_GROUP, pointer + "/" + i, "There is no such group in the user pool."));
            }
        }
        if (!unknown.isEmpty()) {
            throw ProblemException.fields(ProblemType.INVALID_GROUP, unknown);
        }
    }

    private boolean exists(App app, String name) {
        var key = List.of(app.id(), app.userPoolId(), app.credentialsVersion(), name);
        try {
            return known.get(key, k -> groups.get(app, name)).await().indefinitely() != null;
        } catch (ProblemException e) {
            if (e.type() == ProblemType.GROUP_NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }
}
