package io.github.cognitoconnector.idempotency;

import io.github.cognitoconnector.database.RowScope;
import io.github.cognitoconnector.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys in the database, by whose clock they live. */
@ApplicationScoped
class IdempotencyRepository {

    /** A key whose time is over begins anew; one whose request was lost goes on with the next attempt. */
    private static final String CLAIM = """
            insert into idempotency as held (app_id, caller, key, request, leased_until, expires_at)
            values (?, ?, ?, ?, now() + make_interval(secs => ?), now() + make_interval(secs => ?))
            on conflict (app_id, caller, key) do update set
                request = excluded.request,
                answer = null,
                attempt = held.attempt + 1,
                started_at = case when held.expires_at <= now() then now() else held.started_at end,
                leased_until = excluded.leased_until,
                expires_at = case when held.expires_at <= now() then excluded.expires_at else held.expires_at end
            where held.expires_at <= now()
               or (held.answer is null and held.leased_until <= now() and held.request = excluded.request)
            returning attempt, started_at, started_at < now() as repeated""";

    private static final String FIND =
            "select request, answer from idempotency where app_id = ? and caller = ? and key = ?";
    private static final String END = "update idempotency set answer = ?, leased_until = now()"
            + " where app_id = ? and caller = ? and key = ? and attempt = ?";
    private static final String SWEEP = "delete from idempotency where (app_id, caller, key) in"
            + " (select app_id, caller, key from idempotency where expires_at <= now() limit ? for update skip locked)";

    private final Sql sql;
    private final RowScope rows;
    private final IdempotencyConfig config;

    IdempotencyRepository(Sql sql, RowScope rows, IdempotencyConfig config) {
        this.sql = sql;
        this.rows = rows;
        this.config = config;
    }

    private record Attempted(int attempt, Instant firstAt, boolean repeated) {}

    private record Held(String request, @Nullable String answer) {}

    /** One statement for a new key, two for a known one. */
    @Transactional
    Claim claim(Use use) {
        rows.app(use.app());
        Optional<Attempted> claimed = sql
                .query(
                        CLAIM,
                        List.of(
                                use.app(),
                                use.caller(),
                                use.key(),
                                use.request(),
                                (double) lostAfter(use).toSeconds(),
                                (double) config.keptFor().toSeconds()),
                        row -> new Attempted(
                                row.getInt("attempt"), Sql.time(row, "started_at"), row.getBoolean("repeated")))
                .stream()
                .findFirst();
        return claimed.<Claim>map(made -> new Claim.Mine(use, made.attempt, made.firstAt, made.repeated))
                .orElseGet(() -> held(use));
    }

    private Duration lostAfter(Use use) {
        return use.upload() == null ? config.lostAfter() : config.uploadLostAfter();
    }

    private Claim held(Use use) {
        Held held = sql
                .query(
                        FIND,
                        List.of(use.app(), use.caller(), use.key()),
                        row -> new Held(row.getString("request"), row.getString("answer")))
                .stream()
                .findFirst()
                .orElse(null);
        if (held == null) {
            return new Claim.InFlight();
        }
        if (!held.request.equals(use.request())) {
            return new Claim.Mismatch();
        }
        return held.answer == null ? new Claim.InFlight() : new Claim.Done(held.answer);
    }

    /**
     * Ends the attempt, unless another one has taken its place.
     *
     * @param sealedAnswer null if the next one is to try again
     */
    @Transactional
    void end(Claim.Mine claim, @Nullable String sealedAnswer) {
        Use use = claim.use();
        rows.app(use.app());
        sql.update(END, Arrays.asList(sealedAnswer, use.app(), use.caller(), use.key(), claim.attempt()));
    }

    /** Removes keys whose time is over; returns how many. */
    @Transactional
    int sweep(int atMost) {
        rows.everything();
        return sql.update(SWEEP, List.of(atMost));
    }
}
