package io.github.cognitoconnector.pool;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.group.Group;
import io.github.cognitoconnector.group.GroupService;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for settings of a user pool and its clients that will hurt the app; reads all of them anew. */
@ApplicationScoped
public class DoctorService {

    /** The most groups that Cognito lists at a time. */
    private static final int PAGE = 60;

    /** So many groups are listed before those that were not seen are asked for one by one. */
    private static final int MOST_LISTED = 300;

    private final CognitoPool cognito;
    private final GroupService groups;

    DoctorService(CognitoPool cognito, GroupService groups) {
        this.cognito = cognito;
        this.groups = groups;
    }

    /**
     * One upstream call for the pool, one for each client that the app lists, one for each 60 groups of the pool up to 300,
     * and beyond these one for each group that the app names and that was not among them; one after the other.
     *
     * @throws ProblemException {@code THROTTLED} where the app names many
     */
    Diagnosis examine(App app) {
        Stream<Finding> pool = new PoolCheck(app, cognito.facts(app)).findings();
        Stream<Finding> clients = app.clientIds().stream().flatMap(id -> client(app, id));
        GroupCheck named = new GroupCheck(app);
        Stream<Finding> ofGroups = named.findings(missing(app, named.names()));
        return Diagnosis.of(Stream.of(pool, clients, ofGroups).flatMap(part -> part));
    }

    private Stream<Finding> client(App app, String id) {
        try {
            return new ClientCheck(id, cognito.client(app, id)).findings();
        } catch (ProblemException e) {
            if (e.type() != ProblemType.NOT_FOUND) {
                throw e;
            }
            return Stream.of(Symptom.CLIENT_MISSING.on(id));
        }
    }

    /** Those of the names that no group has. */
    private Set<String> missing(App app, Set<String> names) {
        Set<String> unseen = new TreeSet<>(names);
        @Nullable String position = null;
        int listed = 0;
        while (!unseen.isEmpty() && listed < MOST_LISTED) {
            Page<Group> page = groups.list(app, PAGE, position);
            page.items().forEach(group -> unseen.remove(group.name()));
            listed += PAGE;
            position = page.nextCursor();
            if (position == null) {
                return unseen;
            }
        }
        unseen.removeIf(name -> exists(app, name));
        return unseen;
    }

    private boolean exists(App app, String name) {
        try {
            groups.get(app, name);
            return true;
        } catch (ProblemException e) {
            if (e.type() != ProblemType.GROUP_NOT_FOUND) {
                throw e;
            }
            return false;
        }
    }
}
