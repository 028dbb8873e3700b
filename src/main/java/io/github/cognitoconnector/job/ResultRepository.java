package io.github.cognitoconnector.job;

import io.github.cognitoconnector.database.RowScope;
import io.github.cognitoconnector.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has become of rows; a batch at a time, by index. */
@ApplicationScoped
class ResultRepository {

    private static final String AFTER = "select row, key, outcome, problem from job_row"
            + " where job_id = ? and row > ? and outcome is not null order by row limit ?";
    private static final String AFTER_OF = "select row, key, outcome, problem from job_row"
            + " where job_id = ? and outcome = ? and row > ? order by row limit ?";

    /** Whoever asks at the same time gets others. */
    private static final String TAKE = "with taken as (select row, password from job_row"
            + " where job_id = ? and password is not null order by row limit ? for update skip locked)"
            + " update job_row set password = null from taken where job_row.job_id = ? and job_row.row = taken.row"
            + " returning job_row.row, job_row.key, taken.password";

    private static final String PUT_BACK =
            "update job_row set password = ? where job_id = ? and row = ? and password is null";

    private final Sql sql;
    private final RowScope scope;

    ResultRepository(Sql sql, RowScope scope) {
        this.sql = sql;
        this.scope = scope;
    }

    /** A row with an outcome; key and problem are sealed. */
    record Ended(
            int row,
            String key,
            RowOutcome outcome,
            @Nullable String problem) {}

    /**
     * Who has started a job, unless that was the platform, which has a pool of its own.
     *
     * @param subject the client, or Cognito's id of the person
     */
    record Owner(String userPoolId, String subject) {}

    /** A password that nobody else has any more; key and password are sealed. */
    record Taken(int row, String key, String password) {}

    /** @param outcome null for all */
    @Transactional
    List<Ended> after(JobId job, @Nullable RowOutcome outcome, int row, int limit) {
        scope.app(job.appId());
        List<Object> arguments = outcome == null
                ? Arrays.asList(job.id(), row, limit)
                : Arrays.asList(job.id(), outcome.name(), row, limit);
        return sql.query(
                outcome == null ? AFTER : AFTER_OF,
                arguments,
                found -> new Ended(
                        found.getInt("row"),
                        found.getString("key"),
                        RowOutcome.valueOf(found.getString("outcome")),
                        found.getString("problem")));
    }

    /** The pool and the subject of whoever has started the job. */
    @Transactional
    Owner owner(JobId job) {
        scope.app(job.appId());
        return sql
                .query(
                        "select user_pool_id, created_by from job where id = ?",
                        List.of(job.id()),
                        found -> new Owner(found.getString(1), found.getString(2)))
                .stream()
                .findFirst()
                .orElseThrow(JobId::notFound);
    }

    @Transactional
    List<Taken> takePasswords(JobId job, int limit) {
        scope.app(job.appId());
        return sql.query(
                TAKE,
                List.of(job.id(), limit, job.id()),
                found -> new Taken(found.getInt("row"), found.getString("key"), found.getString("password")));
    }

    /** Of those that were taken and could not be handed out. */
    @Transactional
    void putBack(JobId job, List<Taken> taken) {
        scope.app(job.appId());
        taken.forEach(one -> sql.update(PUT_BACK, List.of(one.password(), job.id(), one.row())));
    }
}
