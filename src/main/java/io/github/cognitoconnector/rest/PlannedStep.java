package io.github.cognitoconnector.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One write that would be made.
 *
 * @param operation Cognito's name of it, such as {@code AdminCreateUser}; or, for a write to this service's own database, the
 *     operation's id in this document
 * @param user whom it is about, as Cognito would be told
 * @param group which group it is about
 * @param attributes names of the attributes that it sets or deletes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlannedStep(
        String operation,
        @Nullable String user,
        @Nullable String group,
        @Nullable List<String> attributes) {

    public static PlannedStep of(String operation) {
        return new PlannedStep(operation, null, null, null);
    }

    public PlannedStep user(String name) {
        return new PlannedStep(operation, name, group, attributes);
    }

    public PlannedStep group(String name) {
        return new PlannedStep(operation, user, name, attributes);
    }

    public PlannedStep attributes(Collection<String> names) {
        return new PlannedStep(operation, user, group, names.stream().sorted().toList());
    }
}
