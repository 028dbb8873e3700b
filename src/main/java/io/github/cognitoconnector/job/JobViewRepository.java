package io.github.cognitoconnector.job;

import io.github.cognitoconnector.app.AppScope;
import io.github.cognitoconnector.database.RowScope;
import io.github.cognitoconnector.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Jobs as callers see them; by index, and with a few rows of figures for each. */
@ApplicationScoped
class JobViewRepository {

    private static final String FIGURES = """
            select j.*, now() as now, coalesce(t.created, 0) as created, coalesce(t.updated, 0) as updated,
                   coalesce(t.unchanged, 0) as unchanged, coalesce(t.deleted, 0) as deleted,
                   coalesce(t.rejected, 0) as rejected, coalesce(t.recent, 0) as recent
            from (select * from job where state <> 'UPLOADING' and stage <> 'EXPIRED' and %s order by created_at desc, id desc limit ?) j
            left join lateral (
                select sum(created) as created, sum(updated) as updated, sum(unchanged) as unchanged,
                       sum(deleted) as deleted, sum(rejected) as rejected,
                       sum(rate * exp(-greatest(0, extract(epoch from clock_timestamp() - rate_at)) / 10)) as recent
                from job_tally where job_tally.job_id = j.id) t on true
            order by j.created_at desc, j.id desc""";

    private static final String OF_ID = FIGURES.formatted("id = ?");
    private static final String OF_APP =
            FIGURES.formatted("app_id = ? and (created_at, id) < (?::timestamptz, ?::uuid)");
    private static final String OF_ALL = FIGURES.formatted("(created_at, id) < (?::timestamptz, ?::uuid)");

    private final Sql sql;
    private final RowScope scope;

    JobViewRepository(Sql sql, RowScope scope) {
        this.sql = sql;
        this.scope = scope;
    }

    /**
     * A job as it is kept.
     *
     * @param problem sealed
     */
    record Kept(
            UUID id,
            String appId,
            JobPlan plan,
            JobState state,
            JobFigures figures,
            String createdBy,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String problem,
            Instant now) {}

    /** Where a page begins: behind this job. */
    record Position(String createdAt, String id) {

        static final Position START = new Position("infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff");

        static Position behind(Kept job) {
            return new Position(job.createdAt().toString(), job.id().toString());
        }
    }

    @Transactional
    Optional<Kept> find(JobId job) {
        scope.app(job.appId());
        return sql.query(OF_ID, List.of(job.id(), 1), JobViewRepository::kept).stream()
                .findFirst();
    }

    /** Newest first. */
    @Transactional
    List<Kept> ofApp(String appId, Position behind, int limit) {
        scope.app(appId);
        return sql.query(OF_APP, List.of(appId, behind.createdAt, behind.id, limit), JobViewRepository::kept);
    }

    /** Newest first, of all apps in the scope. */
    @Transactional
    List<Kept> inScope(AppScope apps, Position behind, int limit) {
        switch (apps) {
            case AppScope.Everything() -> scope.everything();
            case AppScope.ClientOf client -> scope.client(client.userPoolId(), client.clientId());
        }
        List<Object> arguments = new ArrayList<>(List.of(behind.createdAt, behind.id, limit));
        return sql.query(OF_ALL, arguments, JobViewRepository::kept);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("app_id"),
                JobRepository.plan(row),
                JobState.valueOf(row.getString("state")),
                JobFigures.of(row),
                row.getString("created_by"),
                Sql.time(row, "created_at"),
                time(row, "started_at"),
                time(row, "ended_at"),
                row.getString("problem"),
                Sql.time(row, "now"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Sql.time(row, column);
    }
}
