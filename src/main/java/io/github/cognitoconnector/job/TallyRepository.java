package io.github.cognitoconnector.job;

import io.github.cognitoconnector.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** How many rows of jobs have ended how. Each replica counts in a shard of its own, as far as there are enough of them. */
@ApplicationScoped
class TallyRepository {

    private static final int SHARDS = 16;

    private static final String COUNT = """
            insert into job_tally as t (job_id, shard, app_id, created, updated, unchanged, deleted, rejected, rate)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (job_id, shard) do update set
                created = t.created + excluded.created,
                updated = t.updated + excluded.updated,
                unchanged = t.unchanged + excluded.unchanged,
                deleted = t.deleted + excluded.deleted,
                rejected = t.rejected + excluded.rejected,
                rate = t.rate * exp(-greatest(0, extract(epoch from clock_timestamp() - t.rate_at)) / 10) + excluded.rate,
                rate_at = clock_timestamp()""";

    private final Sql sql;
    private final int shard = ThreadLocalRandom.current().nextInt(SHARDS);

    TallyRepository(Sql sql) {
        this.sql = sql;
    }

    /** Counts rows that were worked on, in the current transaction. */
    void count(UUID job, String appId, Map<RowOutcome, Long> outcomes) {
        double rows = outcomes.values().stream().mapToLong(Long::longValue).sum();
        count(job, appId, outcomes, rows / 10); // a second, over ten seconds
    }

    /** Counts rows that nobody works on, in the current transaction. */
    void countRejected(UUID job, String appId, long rows) {
        count(job, appId, Map.of(RowOutcome.REJECTED, rows), 0);
    }

    private void count(UUID job, String appId, Map<RowOutcome, Long> outcomes, double rate) {
        sql.update(
                COUNT,
                List.of(
                        job,
                        shard,
                        appId,
                        outcomes.getOrDefault(RowOutcome.CREATED, 0L),
                        outcomes.getOrDefault(RowOutcome.UPDATED, 0L),
                        outcomes.getOrDefault(RowOutcome.UNCHANGED, 0L),
                        outcomes.getOrDefault(RowOutcome.DELETED, 0L),
                        outcomes.getOrDefault(RowOutcome.REJECTED, 0L),
                        rate));
    }
}
