package io.github.cognitoconnector.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit trail, with all that its hash is made of.
 *
 * @param seq place in the chain, from 1, without gaps
 * @param operation id of the operation in this document
 * @param target what it was about, such as {@code user:ada}; an address is replaced by a hash, {@code user:#…}
 * @param part such as the group of a membership
 * @param userSub Cognito's id of the user, if it came to be known
 * @param outcome {@code succeeded}, {@code refused}, {@code failed}, or {@code unknown} where an answer was lost
 * @param changed names of attributes and fields
 * @param values new values of the attributes whose values the app has kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = AuditExamples.EVENT)
public record AuditEvent(
        long seq,
        Instant at,
        AuditedCaller caller,
        String operation,
        @Nullable String target,
        @Nullable String part,
        @Nullable String userSub,
        String outcome,
        @Nullable Integer status,
        @Nullable String problem,
        String traceId,
        List<String> changed,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> values,
        int format,
        String previousHash,
        String hash) {

    static AuditEvent of(AuditRow row) {
        AuditEntry entry = row.entry();
        Map<String, String> values = new LinkedHashMap<>();
        entry.changes().forEach(change -> {
            if (change.value() != null) {
                values.put(change.name(), change.value());
            }
        });
        return new AuditEvent(
                row.seq(),
                row.at(),
                entry.caller(),
                entry.operation(),
                entry.target().thing(),
                entry.target().part(),
                entry.target().userSub(),
                entry.outcome().text(),
                entry.status(),
                entry.problem(),
                entry.traceId(),
                entry.changes().stream().map(Change::name).toList(),
                values,
                row.format(),
                row.previousHash(),
                row.hash());
    }
}
