package io.github.cognitoconnector.job;

import io.github.cognitoconnector.database.RowScope;
import io.github.cognitoconnector.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows of jobs, by whose claims they are worked on. Every statement costs as much as the rows it is about. */
@ApplicationScoped
class RowRepository {

    private static final String INSERT = """
            insert into job_row (job_id, app_id, row, work, key, key_hash, payload, problem, outcome)
            select ?, ?, r.row::integer, r.work, r.key, r.key_hash, r.payload, r.problem,
                   case when r.problem is null then null else 'REJECTED' end
            from unnest(?, ?, ?, ?, ?, ?) as r (row, work, key, key_hash, payload, problem)""";

    private static final String FIRST =
            "select key_hash, min(row) as row from job_row where job_id = ? and key_hash = any (?) group by key_hash";

    /**
     * Rows of the same key are worked on in their order, one at a time. There is one way for each part of it that costs as much
     * as the rows that are claimed, and it is written so that the server has no other one, since it knows nothing of a job that
     * has just come in: the rows are found once, and those before them by the hash of the key alone, which is another one in
     * every job; an open row is asked for in words that the index of open rows does not fit.
     */
    private static final String CLAIM = """
            update job_row r
            set epoch = r.epoch + 1, replica = ?, first_at = coalesce(r.first_at, now())
            where r.job_id = ? and r.row = any (array(
                select o.row from job_row o
                where o.job_id = ? and o.outcome is null
                  and (o.not_before is null or o.not_before <= now())
                  and (o.replica is null or not exists
                      (select 1 from job_replica where job_replica.id = o.replica and alive_until > now()))
                  and not exists (select 1 from job_row p where p.key_hash = o.key_hash and p.row < o.row
                                  and coalesce(p.outcome, '') = '')
                order by o.row limit ? for update of o skip locked))
            returning r.row, r.work, r.key, r.payload, r.epoch, r.tries, nullif(r.first_at, now()) as first_at""";

    private static final String END = "update job_row set outcome = ?, problem = ?, password = ?, replica = null,"
            + " not_before = null, payload = case when ? = 'REJECTED' then payload end,"
            + " first_at = case when ? then first_at end"
            + " where job_id = ? and row = ? and epoch = ? and outcome is null";

    /** Whoever removes a job has locked it before its rows. */
    private static final String HOLD_JOBS =
            "select 1 from job where id = any (?::uuid[]) order by id for key share nowait";

    private static final String GIVE_BACK = "update job_row set replica = null, tries = tries + ?,"
            + " not_before = now() + make_interval(secs => ?), first_at = case when ? then first_at end"
            + " where job_id = ? and row = ? and epoch = ? and outcome is null";

    private static final String TOUCH = "update job set touched_at = now() where id = ?";
    private static final String UNPLAN = "delete from job_row where job_id = ? and row > ?";

    private final Sql sql;
    private final RowScope scope;
    private final TallyRepository tally;

    RowRepository(Sql sql, RowScope scope, TallyRepository tally) {
        this.sql = sql;
        this.scope = scope;
        this.tally = tally;
    }

    /**
     * Keeps rows of an app's job; those with a problem have ended with it.
     *
     * @param preparation which claim of the preparation adds them; null for an upload
     * @throws ReplicaLease.Lost if somebody else has claimed the preparation, or the upload was given up
     */
    @Transactional
    void insert(RunningJob job, @Nullable Integer preparation, List<SealedRow> rows) {
        scope.app(job.appId());
        hold(job, preparation);
        sql.update(
                INSERT,
                List.of(
                        job.id(),
                        job.appId(),
                        column(rows, row -> String.valueOf(row.row())),
                        column(rows, SealedRow::work),
                        column(rows, SealedRow::key),
                        column(rows, SealedRow::keyHash),
                        column(rows, SealedRow::payload),
                        column(rows, SealedRow::problem)));
        long rejected = rows.stream().filter(row -> row.problem() != null).count();
        if (rejected > 0) {
            tally.countRejected(job.id(), job.appId(), rejected);
        }
    }

    /** The first row of each of the keys that there are rows of. */
    @Transactional
    Map<String, Integer> firstRows(RunningJob job, Collection<String> hashes) {
        scope.app(job.appId());
        Map<String, Integer> found = new HashMap<>();
        sql.query(
                FIRST,
                List.of(job.id(), hashes.toArray(String[]::new)),
                row -> found.put(row.getString("key_hash"), row.getInt("row")));
        return found;
    }

    /** Claims rows that nobody works on. */
    @Transactional
    List<RowClaim> claim(UUID job, UUID replica, int atMost) {
        scope.everything();
        return sql.query(
                CLAIM,
                List.of(replica, job, job, atMost),
                row -> new RowClaim(
                        job,
                        row.getInt("row"),
                        replica,
                        row.getString("work"),
                        row.getString("key"),
                        row.getString("payload"),
                        row.getInt("epoch"),
                        row.getInt("tries"),
                        row.getObject("first_at") == null ? null : Sql.time(row, "first_at")));
    }

    /**
     * Writes what has become of rows, in one transaction. Several are not written while a job of theirs is being removed, so that
     * nobody waits for that but its own rows.
     *
     * @return of each in turn, false if somebody else has claimed the row meanwhile, and nothing was written
     */
    @Transactional
    List<Boolean> end(List<RowEnd> ends) {
        scope.everything();
        if (ends.size() > 1) {
            String[] jobs = ends.stream()
                    .map(end -> end.job().id().toString())
                    .distinct()
                    .toArray(String[]::new);
            sql.query(HOLD_JOBS, Collections.singletonList(jobs), row -> true);
        }
        int[] updated =
                sql.updateEach(END, ends.stream().map(RowRepository::arguments).toList());
        List<Boolean> written =
                Arrays.stream(updated).mapToObj(rows -> rows > 0).toList();
        count(IntStream.range(0, ends.size())
                .filter(written::get)
                .mapToObj(ends::get)
                .toList());
        return written;
    }

    private static List<@Nullable Object> arguments(RowEnd end) {
        RowClaim claim = end.claim();
        return Arrays.asList(
                end.outcome().name(),
                end.problem(),
                end.password(),
                end.outcome().name(),
                end.begun(),
                claim.jobId(),
                claim.row(),
                claim.epoch());
    }

    /** In the order of the jobs, so that replicas do not wait for each other in a circle. */
    private void count(List<RowEnd> ends) {
        Map<UUID, List<RowEnd>> byJob =
                ends.stream().collect(Collectors.groupingBy(end -> end.job().id(), TreeMap::new, Collectors.toList()));
        byJob.forEach((job, ended) -> tally.count(
                job,
                ended.getFirst().job().appId(),
                ended.stream().collect(Collectors.groupingBy(RowEnd::outcome, Collectors.counting()))));
    }

    /**
     * Gives a row back without an outcome, for anybody.
     *
     * @param begun whether something may have been done
     */
    @Transactional
    void giveBack(RowClaim claim, int tries, double delaySeconds, boolean begun) {
        scope.everything();
        sql.update(GIVE_BACK, List.of(tries, delaySeconds, begun, claim.jobId(), claim.row(), claim.epoch()));
    }

    /** Removes the rows behind those of the upload. */
    @Transactional
    void unplan(RunningJob job, int preparation) {
        scope.app(job.appId());
        hold(job, preparation);
        sql.update(UNPLAN, List.of(job.id(), job.uploaded()));
    }

    private void hold(RunningJob job, @Nullable Integer preparation) {
        int held = preparation == null
                ? sql.update(TOUCH + " and state = 'UPLOADING'", List.of(job.id()))
                : sql.update(TOUCH + " and stage = 'PREPARE' and epoch = ?", List.of(job.id(), preparation));
        if (held == 0) {
            throw new ReplicaLease.Lost();
        }
    }

    private static @Nullable String[] column(List<SealedRow> rows, Function<SealedRow, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
