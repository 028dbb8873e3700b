package io.github.cognitoconnector.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row says, wherever in its chain it comes to stand.
 *
 * @param operation operation id of the OpenAPI document
 * @param status null if no answer was given
 * @param problem code of the problem that was answered
 */
record AuditEntry(
        AuditedCaller caller,
        String operation,
        Target target,
        Outcome outcome,
        @Nullable Integer status,
        @Nullable String problem,
        String traceId,
        List<Change> changes) {

    AuditEntry {
        changes = List.copyOf(changes);
    }
}
