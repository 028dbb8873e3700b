package io.github.cognitoconnector.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mutation that has begun.
 *
 * @param id of the intent
 */
record Begun(UUID id, String chain, AuditedCaller caller, String operation, Target target, String traceId) {

    /** The row of this mutation, when more is known. */
    AuditEntry entry(Target known, Answer answer, List<Change> changes) {
        return new AuditEntry(
                caller, operation, known, answer.outcome(), answer.status(), answer.problem(), traceId, changes);
    }

    /** The row, if nobody knows any more. */
    AuditEntry lost() {
        return entry(target, Answer.NONE, List.of());
    }

    /**
     * What was answered.
     *
     * @param status null if nothing was
     */
    record Answer(
            Outcome outcome,
            @Nullable Integer status,
            @Nullable String problem) {

        static final Answer NONE = new Answer(Outcome.UNKNOWN, null, null);

        static Answer of(int status, @Nullable String problem) {
            return new Answer(Outcome.of(status, problem), status, problem);
        }

        /** Where nothing has begun it can only have been refused; 401 and 429 are for whom nothing is written. */
        boolean refusal() {
            return outcome == Outcome.REFUSED && status != null && status != 401 && status != 429;
        }
    }
}
