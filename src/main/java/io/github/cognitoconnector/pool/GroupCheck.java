package io.github.cognitoconnector.pool;

import io.github.cognitoconnector.app.App;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What of the groups that an app names will hurt. */
record GroupCheck(App app) {

    /** Every group that the app names anywhere. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(app.allowedGroups());
        names.addAll(app.defaultGroups());
        names.addAll(app.roleMappings().keySet());
        names.addAll(app.operatorGroups().keySet());
        return names;
    }

    /** @param missing those of the names that no group has */
    Stream<Finding> findings(Set<String> missing) {
        boolean staysOut =
                !app.allowedGroups().isEmpty() && Collections.disjoint(app.allowedGroups(), app.defaultGroups());
        return Stream.of(
                        on(missing, app.allowedGroups(), Symptom.ALLOWED_GROUP_MISSING),
                        on(missing, app.defaultGroups(), Symptom.DEFAULT_GROUP_MISSING),
                        on(missing, app.roleMappings().keySet(), Symptom.MAPPED_GROUP_MISSING),
                        on(missing, app.operatorGroups().keySet(), Symptom.OPERATOR_GROUP_MISSING),
                        staysOut ? Stream.of(Symptom.NEW_USERS_STAY_OUT.on(app.id())) : Stream.<Finding>empty())
                .flatMap(found -> found);
    }

    private static Stream<Finding> on(Set<String> missing, Collection<String> named, Symptom symptom) {
        return named.stream().distinct().filter(missing::contains).map(symptom::on);
    }
}
