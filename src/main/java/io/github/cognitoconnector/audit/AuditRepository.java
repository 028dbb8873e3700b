package io.github.cognitoconnector.audit;

import io.github.cognitoconnector.database.RowScope;
import io.github.cognitoconnector.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes chains and intents. Every method belongs into a transaction, whose scope it sets to the chain. */
@ApplicationScoped
class AuditRepository {

    private static final String INTENT =
            "insert into audit_intent (id, chain, caller_kind, client_id, subject, operation, target, part, trace_id)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String OLDEST_INTENT =
            "select * from audit_intent where asked_at < now() - make_interval(secs => ?)"
                    + " order by asked_at limit 1 for update skip locked";
    private static final String HOLD = "select 1 from audit_intent where id = ? for update";
    private static final String LOCK = "select seq, hash, at from lock_audit_head(?)";

    /** With the intent's end, in one round trip; the last parameter tells to write even if somebody else has ended it. */
    private static final String APPEND = "with ended as (delete from audit_intent where id = ? returning id)"
            + " insert into audit (" + AuditRows.COLUMNS + ") select "
            + "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as integer), ?, ?, ?, ?, ?, ?"
            + " where exists (select 1 from ended) or ?";

    private final Sql sql;
    private final RowScope rows;

    AuditRepository(Sql sql, RowScope rows) {
        this.sql = sql;
        this.rows = rows;
    }

    private record Locked(ChainEnd end, Instant at) {}

    void begin(Begun begun) {
        rows.app(begun.chain());
        sql.update(
                INTENT,
                Arrays.asList(
                        begun.id(),
                        begun.chain(),
                        begun.caller().kind(),
                        begun.caller().clientId(),
                        begun.caller().sub(),
                        begun.operation(),
                        begun.target().thing(),
                        begun.target().part(),
                        begun.traceId()));
    }

    /**
     * Writes the row behind the last one of the chain, which nobody else can do until the transaction ends, and ends the
     * intent, if there is one. An outcome that is not known is written only if nobody has ended the intent before.
     *
     * @return whether the row was written
     */
    boolean append(AuditEntry entry, String chain, @Nullable UUID intent) {
        rows.app(chain);
        if (intent != null) {
            // Before the chain's end, as the sweep does, or the two could wait for each other.
            sql.query(HOLD, List.of(intent), row -> true);
        }
        Locked locked = sql.one(
                LOCK,
                List.of(chain),
                row -> new Locked(new ChainEnd(row.getLong("seq"), row.getString("hash")), Sql.time(row, "at")));
        boolean always = intent == null || entry.outcome() != Outcome.UNKNOWN;
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.add(intent == null ? new UUID(0, 0) : intent);
        arguments.addAll(AuditRows.columns(AuditRow.next(chain, locked.end, locked.at, entry)));
        arguments.add(always);
        return sql.update(APPEND, arguments) == 1;
    }

    /** The oldest intent of this age, locked; null if there is none that nobody else holds. */
    @Nullable Begun oldestIntent(long seconds) {
        rows.everything();
        return sql
                .query(
                        OLDEST_INTENT,
                        List.of((double) seconds),
                        row -> new Begun(
                                row.getObject("id", UUID.class),
                                row.getString("chain"),
                                AuditRows.caller(row),
                                row.getString("operation"),
                                new Target(row.getString("target"), row.getString("part"), null),
                                row.getString("trace_id")))
                .stream()
                .findFirst()
                .orElse(null);
    }

    long countIntents() {
        rows.everything();
        return sql.one("select count(*) from audit_intent", Collections.emptyList(), row -> row.getLong(1));
    }
}
