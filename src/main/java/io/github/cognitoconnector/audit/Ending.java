package io.github.cognitoconnector.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row to be, and the intent that ends with it.
 *
 * @param intent null for what was refused before it began
 */
record Ending(AuditEntry entry, @Nullable UUID intent) {

    /** An outcome that nobody knows is written only if nobody else has ended the intent. */
    boolean isGuess() {
        return intent != null && entry.outcome() == Outcome.UNKNOWN;
    }
}
