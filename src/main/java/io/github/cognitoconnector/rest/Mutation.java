package io.github.cognitoconnector.rest;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail should know of a request and cannot see from outside. Every mutation is audited without it; it
 * only makes the row say more. Whoever reads, or is no request, may tell it things too: nobody asks for them then.
 */
@ApplicationScoped
public class Mutation {

    private final MutationNotes notes;

    Mutation(MutationNotes notes) {
        this.notes = notes;
    }

    /**
     * What is to be made, where the path does not name it.
     *
     * @param kind as it would be called in a path: {@code app}, {@code user}, {@code group}
     * @param name null if the caller left it out
     */
    public void target(String kind, @Nullable String name) {
        if (isRequest()) {
            notes.target(kind, name);
        }
    }

    /** Cognito's id of the user, once it is known. */
    public void user(@Nullable String sub) {
        if (isRequest()) {
            notes.user(sub);
        }
    }

    /** Fields that are to change. */
    public void changes(Collection<String> names) {
        if (isRequest()) {
            notes.changes(names);
        }
    }

    /** Attributes of a user that are to change; their values are dropped unless the app keeps them. */
    public void attributes(Map<String, String> attributes) {
        if (isRequest()) {
            notes.attributes(attributes);
        }
    }

    private static boolean isRequest() {
        return Arc.container().requestContext().isActive();
    }
}
