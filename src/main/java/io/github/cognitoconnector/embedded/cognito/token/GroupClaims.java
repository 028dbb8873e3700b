package io.github.cognitoconnector.embedded.cognito.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.Group;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a user's groups put into tokens; absent for a user in none. */
record GroupClaims(List<Group> groups) {

    static GroupClaims of(UserPool pool, User user) {
        return new GroupClaims(pool.memberships().groupsOf(user).stream()
                .flatMap(name -> pool.groups().find(name).stream())
                .toList());
    }

    void putNames(ObjectNode claims) {
        putIfAny(claims, "cognito:groups", groups.stream().map(Group::name));
    }

    void putRoles(ObjectNode claims) {
        putIfAny(claims, "cognito:roles", groups.stream().flatMap(GroupClaims::role));
        preferredRole().ifPresent(role -> claims.put("cognito:preferred_role", role));
    }

    private static void putIfAny(ObjectNode claims, String name, Stream<String> values) {
        List<String> distinct = values.distinct().toList();
        if (!distinct.isEmpty()) {
            claims.set(name, Json.array(distinct));
        }
    }

    private static Stream<String> role(Group group) {
        return Optional.ofNullable(group.definition().roleArn()).stream();
    }

    /** The role of the lowest number; none if groups of that number disagree (contract row 19). */
    private Optional<String> preferredRole() {
        int best = groups.stream().mapToInt(GroupClaims::rank).min().orElse(Integer.MAX_VALUE);
        List<String> roles = groups.stream()
                .filter(group -> rank(group) == best)
                .flatMap(GroupClaims::role)
                .distinct()
                .toList();
        return roles.size() == 1 ? Optional.of(roles.getFirst()) : Optional.empty();
    }

    private static int rank(Group group) {
        return Optional.ofNullable(group.definition().precedence()).orElse(Integer.MAX_VALUE);
    }
}
