package io.github.cognitoconnector.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which rows somebody wants to see; null does not select.
 *
 * @param caller client id or {@code sub}
 * @param from first moment
 * @param to first moment that is not wanted any more
 */
record AuditQuery(
        @Nullable String caller,
        @Nullable Reference target,
        @Nullable String operation,
        @Nullable Instant from,
        @Nullable Instant to) {

    static final AuditQuery ALL = new AuditQuery(null, null, null, null, null);

    /** What a cursor is bound to. */
    String text() {
        return String.join(
                "\n",
                String.valueOf(caller),
                target == null ? "" : target.kind() + ":" + target.name(),
                String.valueOf(operation),
                String.valueOf(from),
                String.valueOf(to));
    }
}
