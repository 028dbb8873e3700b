package io.github.cognitoconnector.user;

import org.jspecify.annotations.Nullable;

/**
 * What became of a user whom somebody wants to be there.
 *
 * @param generatedPassword of one who was created without a password of the caller's
 */
public record ImportedUser(Change change, @Nullable String generatedPassword) {

    /** What was done. */
    public enum Change {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    static ImportedUser of(Change change) {
        return new ImportedUser(change, null);
    }

    @Override
    public String toString() {
        return "ImportedUser[" + change + "]";
    }
}
