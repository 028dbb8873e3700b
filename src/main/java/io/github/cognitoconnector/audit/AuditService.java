package io.github.cognitoconnector.audit;

import io.github.cognitoconnector.audit.AuditReader.Chain;
import io.github.cognitoconnector.audit.AuditReader.Head;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the audit trail. Takes bounded memory, however long a chain is, and holds no transaction between its steps. */
@ApplicationScoped
public class AuditService {

    private static final int BATCH = 500;

    private final AuditReader reader;
    private final ChainReading readings;

    AuditService(AuditReader reader, ChainReading readings) {
        this.reader = reader;
        this.readings = readings;
    }

    /** Newest first; one query. */
    Page<AuditEvent> list(Chain chain, AuditQuery query, int limit, @Nullable String position) {
        long before = position == null ? Long.MAX_VALUE : Long.parseLong(position);
        List<AuditEvent> found = reader.before(chain, query, before, limit + 1).stream()
                .map(AuditEvent::of)
                .toList();
        return found.size() > limit
                ? new Page<>(
                        found.subList(0, limit),
                        String.valueOf(found.get(limit - 1).seq()))
                : new Page<>(found, null);
    }

    /**
     * Oldest first, up to the row that is the last one when it begins.
     *
     * @return how many
     */
    long export(Chain chain, AuditQuery query, Consumer<AuditEvent> each) {
        long last = reader.head(chain.name()).last();
        long count = 0;
        long after = 0;
        List<AuditRow> batch;
        do {
            batch = reader.after(chain, query, after, BATCH);
            for (AuditRow row : batch) {
                if (row.seq() <= last) {
                    each.accept(AuditEvent.of(row));
                    count++;
                }
                after = row.seq();
            }
        } while (batch.size() == BATCH && after < last);
        return count;
    }

    /**
     * Reads the whole chain, up to where it ends when it begins.
     *
     * @param note a row as somebody remembers it
     * @throws ProblemException {@code THROTTLED} while it is being read already on this replica
     */
    AuditVerification verify(String chain, @Nullable ChainEnd note) {
        return readings.alone(chain, () -> look(chain, note));
    }

    private AuditVerification look(String chain, @Nullable ChainEnd note) {
        ChainCheck check = new ChainCheck(note);
        Head head = reader.head(chain);
        check.anchored(head.anchor());
        long goal = Math.max(head.end().seq(), head.last());
        boolean more = true;
        while (more && check.position().seq() < goal) {
            more = read(chain, check, goal);
        }
        return check.end(head.end());
    }

    /** Rows that are removed meanwhile because of their age are not missing: the anchor has moved on with them. */
    private boolean read(String chain, ChainCheck check, long goal) {
        long after = check.position().seq();
        List<AuditRow> batch = reader.after(new Chain(chain, false), AuditQuery.ALL, after, BATCH);
        if (batch.isEmpty() || batch.getFirst().seq() > after + 1) {
            check.anchored(reader.head(chain).anchor());
            if (check.position().seq() > after) {
                return true;
            }
        }
        batch.stream().filter(row -> row.seq() <= goal).forEach(check::row);
        return batch.size() == BATCH;
    }
}
