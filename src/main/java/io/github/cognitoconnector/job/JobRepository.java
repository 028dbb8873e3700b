package io.github.cognitoconnector.job;

import io.github.cognitoconnector.database.RowScope;
import io.github.cognitoconnector.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Jobs, as those see them who work on them; all by index. */
@ApplicationScoped
class JobRepository {

    private static final String COLUMNS =
            "id, app_id, user_pool_id, kind, mode, on_missing, max_deletes, dry_run, stage, uploaded,"
                    + " created_at, caller, salt";

    private static final String INSERT =
            "insert into job (id, app_id, user_pool_id, kind, mode, on_missing, max_deletes, dry_run,"
                    + " state, stage, caller, created_by, salt) values (?, ?, ?, ?, ?, ?, ?::integer, ?, 'UPLOADING', ?, ?, ?, ?)";
    private static final String QUEUE = "update job set state = 'QUEUED', uploaded = ?, total = ?,"
            + " touched_at = now() where id = ? and state = 'UPLOADING'";
    private static final String FIND = "select 1 from job where id = ? and state <> 'UPLOADING'";
    private static final String COUNT_OPEN =
            "select count(*) from job where app_id = ?" + " and state in ('UPLOADING', 'QUEUED', 'RUNNING', 'PAUSED')";
    private static final String OPEN = "select " + COLUMNS
            + " from job where state in ('QUEUED', 'RUNNING') and stage <> 'EXPIRED'" + " order by created_at limit ?";
    private static final String BEGIN = "update job set state = 'RUNNING', started_at = coalesce(started_at, now()),"
            + " touched_at = now() where id = ? and state = 'QUEUED'";
    private static final String COMPLETE = "update job set state = 'COMPLETED', ended_at = now(), touched_at = now()"
            + " where id = ? and state in ('QUEUED', 'RUNNING') and stage = 'ROWS'"
            + " and not exists (select 1 from job_row where job_id = ? and outcome is null)";
    private static final String FAIL = "update job set state = 'FAILED', problem = ?, replica = null, ended_at = now(),"
            + " touched_at = now() where id = ? and state in ('QUEUED', 'RUNNING', 'PAUSED')";
    private static final String HOLDS_ROW = " and exists (select 1 from job_row where job_row.job_id = job.id"
            + " and job_row.row = ? and job_row.epoch = ? and job_row.outcome is null)";
    private static final String CLAIM_PREPARATION = "update job set replica = ?, epoch = epoch + 1 where id = ?"
            + " and stage = 'PREPARE' and state in ('QUEUED', 'RUNNING') and (replica is null or not exists"
            + " (select 1 from job_replica where job_replica.id = job.replica and alive_until > now()))"
            + " returning epoch";
    private static final String END_PREPARATION = "update job set stage = 'ROWS', replica = null, total = ?,"
            + " touched_at = now() where id = ? and epoch = ? and stage = 'PREPARE'";
    private static final String LET_GO = "update job set replica = null where id = ? and epoch = ?";
    private static final String IS_REOPENING =
            "select 1 from job where id = ? and stage = 'REOPEN'" + " and state in ('QUEUED', 'RUNNING') for share";
    private static final String REOPEN_ROWS = "update job_row set outcome = null, problem = null, replica = null,"
            + " not_before = null, tries = 0, epoch = epoch + 1 where job_id = ? and row in (select row from job_row"
            + " where job_id = ? and outcome = 'REJECTED' and payload is not null order by row limit 5000"
            + " for update skip locked)";
    private static final String END_REOPENING =
            "update job set stage = 'ROWS' where id = ? and stage = 'REOPEN' and not exists"
                    + " (select 1 from job_row where job_id = ? and outcome = 'REJECTED' and payload is not null)";

    private static final String OVER = "(touched_at < now() - make_interval(secs => ?)"
            + " and state in ('COMPLETED', 'CANCELLED', 'FAILED', 'PAUSED'))"
            + " or (touched_at < now() - interval '30 minutes' and state = 'UPLOADING')";
    private static final String EXPIRE = "update job set stage = 'EXPIRED' where stage <> 'EXPIRED' and (" + OVER + ")";
    private static final String SWEEP_ROWS = "delete from job_row where (job_id, row) in (select r.job_id, r.row"
            + " from job join job_row r on r.job_id = job.id where job.stage = 'EXPIRED' limit 5000)";
    private static final String SWEEP = "delete from job where stage = 'EXPIRED'"
            + " and not exists (select 1 from job_row where job_row.job_id = job.id)";

    private final Sql sql;
    private final RowScope rows;
    private final TallyRepository tally;

    JobRepository(Sql sql, RowScope rows, TallyRepository tally) {
        this.sql = sql;
        this.rows = rows;
        this.tally = tally;
    }

    /** A job that nobody sees yet. */
    @Transactional
    void begin(RunningJob job, String createdBy) {
        rows.app(job.appId());
        JobPlan plan = job.plan();
        sql.update(
                INSERT,
                Arrays.asList(
                        job.id(),
                        job.appId(),
                        job.userPoolId(),
                        plan.kind().name(),
                        name(plan.mode()),
                        name(plan.onMissing()),
                        plan.maxDeletes(),
                        plan.dryRun(),
                        job.stage().name(),
                        job.caller(),
                        createdBy,
                        job.salt()));
    }

    /** From now on it is there. */
    @Transactional
    void queue(RunningJob job, int total) {
        rows.app(job.appId());
        if (sql.update(QUEUE, List.of(total, total, job.id())) == 0) {
            throw new IllegalStateException("The upload took so long that it was given up");
        }
    }

    @Transactional
    void remove(RunningJob job) {
        rows.app(job.appId());
        sql.update("delete from job where id = ? and state = 'UPLOADING'", List.of(job.id()));
    }

    /** Whether there is such a job, to whoever may see it. */
    @Transactional
    Optional<JobId> find(JobId job) {
        rows.app(job.appId());
        return sql.query(FIND, List.of(job.id()), row -> job).stream().findFirst();
    }

    @Transactional
    int countOpen(String appId) {
        rows.app(appId);
        return sql.one(COUNT_OPEN, List.of(appId), row -> row.getInt(1));
    }

    /** The oldest ones come first. */
    @Transactional
    List<RunningJob> open(int atMost) {
        rows.everything();
        return sql.query(OPEN, List.of(atMost), JobRepository::running);
    }

    @Transactional
    void started(UUID job) {
        rows.everything();
        sql.update(BEGIN, List.of(job));
    }

    /** Whether it has ended by this: every row has its outcome. */
    @Transactional
    boolean complete(UUID job) {
        rows.everything();
        return sql.update(COMPLETE, List.of(job, job)) > 0;
    }

    /**
     * False if it is over already.
     *
     * @param problem sealed
     */
    @Transactional
    boolean fail(RowClaim row, String problem) {
        rows.everything();
        return sql.update(FAIL + HOLDS_ROW, List.of(problem, row.jobId(), row.row(), row.epoch())) > 0;
    }

    /**
     * Ends the job, unless somebody else has claimed its preparation meanwhile.
     *
     * @param problem sealed
     */
    @Transactional
    boolean failPreparation(UUID job, int epoch, String problem) {
        rows.everything();
        return sql.update(FAIL + " and stage = 'PREPARE' and epoch = ?", List.of(problem, job, epoch)) > 0;
    }

    /** @return the claim's number, or null if another replica is at it */
    @Transactional
    @Nullable Integer claimPreparation(UUID job, UUID replica) {
        rows.everything();
        return sql.query(CLAIM_PREPARATION, List.of(replica, job), row -> row.getInt(1)).stream()
                .findFirst()
                .orElse(null);
    }

    /** Opens some of the rejected rows again that there is anything to try of; returns how many. */
    @Transactional
    int reopenRows(RunningJob job) {
        rows.everything();
        if (sql.query(IS_REOPENING, List.of(job.id()), row -> true).isEmpty()) {
            return 0;
        }
        int reopened = sql.update(REOPEN_ROWS, List.of(job.id(), job.id()));
        if (reopened > 0) {
            tally.countRejected(job.id(), job.appId(), -reopened);
        }
        return reopened;
    }

    @Transactional
    void endReopening(UUID job) {
        rows.everything();
        sql.update(END_REOPENING, List.of(job, job));
    }

    /** False if another replica has taken over. */
    @Transactional
    boolean endPreparation(UUID job, int epoch, int total) {
        rows.everything();
        return sql.update(END_PREPARATION, List.of(total, job, epoch)) > 0;
    }

    @Transactional
    void letGo(UUID job, int epoch) {
        rows.everything();
        sql.update(LET_GO, List.of(job, epoch));
    }

    /** From now on nobody can do anything with jobs whose time is over, or sees them; nor with uploads that were broken off. */
    @Transactional
    void expire(long keptSeconds) {
        rows.everything();
        sql.update(EXPIRE, List.of((double) keptSeconds));
    }

    /** Removes rows of jobs whose time is over, a batch; returns how many. */
    @Transactional
    int sweepRows() {
        rows.everything();
        return sql.update(SWEEP_ROWS, List.of());
    }

    /** Removes jobs whose time is over and that have no rows any more. */
    @Transactional
    void sweep() {
        rows.everything();
        sql.update(SWEEP, List.of());
    }

    private static RunningJob running(ResultSet row) throws SQLException {
        return new RunningJob(
                row.getObject("id", UUID.class),
                row.getString("app_id"),
                row.getString("user_pool_id"),
                plan(row),
                JobStage.valueOf(row.getString("stage")),
                row.getInt("uploaded"),
                Sql.time(row, "created_at"),
                row.getString("caller"),
                row.getString("salt"));
    }

    static JobPlan plan(ResultSet row) throws SQLException {
        String mode = row.getString("mode");
        String onMissing = row.getString("on_missing");
        return new JobPlan(
                JobKind.valueOf(row.getString("kind")),
                mode == null ? null : JobMode.valueOf(mode),
                onMissing == null ? null : OnMissing.valueOf(onMissing),
                row.getObject("max_deletes", Integer.class),
                row.getBoolean("dry_run"));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
