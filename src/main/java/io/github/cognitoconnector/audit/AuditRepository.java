package io.github.cognitoconnector.audit;

import io.github.cognitoconnector.database.RowScope;
import io.github.cognitoconnector.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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

    /** In an order of their own, so that nobody waits for another in a circle. */
    private static final String END = "delete from audit_intent where id = any (array("
            + "select id from audit_intent where id = any (?::uuid[]) order by id for update)) returning id";

    private static final String LOCK = "select seq, hash, at from lock_audit_head(?)";

    private static final String APPEND = "insert into audit (" + AuditRows.COLUMNS + ")"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as integer), ?, ?, ?, ?, ?, ?)";

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
     * Writes rows behind the last one of the chain, which nobody else can do until the transaction ends, and ends their intents.
     * Costs as many round trips for many as for one.
     *
     * @return of each in turn, whether it was written: not if it is a guess, and somebody else has ended the intent
     */
    List<Boolean> append(String chain, List<Ending> endings) {
        rows.app(chain);
        // Before the chain's end, as the sweep does, or the two could wait for each other.
        Set<UUID> ended = end(endings);
        Locked locked = sql.one(
                LOCK,
                List.of(chain),
                row -> new Locked(new ChainEnd(row.getLong("seq"), row.getString("hash")), Sql.time(row, "at")));
        List<Boolean> written = endings.stream()
                .map(ending -> !ending.isGuess() || ended.contains(ending.intent()))
                .toList();
        ChainEnd end = locked.end;
        List<List<@Nullable Object>> next = new ArrayList<>();
        for (int i = 0; i < endings.size(); i++) {
            if (written.get(i)) {
                AuditRow row =
                        AuditRow.next(chain, end, locked.at, endings.get(i).entry());
                next.add(AuditRows.columns(row));
                end = row.end();
            }
        }
        sql.updateEach(APPEND, next);
        return written;
    }

    private Set<UUID> end(List<Ending> endings) {
        String[] intents = endings.stream()
                .map(Ending::intent)
                .filter(Objects::nonNull)
                .map(UUID::toString)
                .toArray(String[]::new);
        return intents.length == 0
                ? Set.of()
                : Set.copyOf(
                        sql.query(END, Collections.singletonList(intents), row -> row.getObject("id", UUID.class)));
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
