package io.github.cognitoconnector.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was told of the mutation of a request; see {@link Mutation}. */
@RequestScoped
public class MutationNotes {

    private @Nullable String kind;
    private @Nullable String name;
    private @Nullable String sub;
    private final Map<String, @Nullable String> changes = new LinkedHashMap<>();

    void target(String kindOfTarget, @Nullable String nameOfTarget) {
        kind = kindOfTarget;
        name = nameOfTarget;
    }

    void user(@Nullable String subOfUser) {
        sub = subOfUser;
    }

    void changes(Collection<String> names) {
        names.forEach(field -> changes.put(field, null));
    }

    void attributes(Map<String, String> attributes) {
        changes.putAll(attributes);
    }

    public @Nullable String kind() {
        return kind;
    }

    public @Nullable String name() {
        return name;
    }

    public @Nullable String sub() {
        return sub;
    }

    /** Names with new values, null where there is none to keep; a copy. */
    public Map<String, @Nullable String> changes() {
        return new LinkedHashMap<>(changes);
    }
}
