package io.github.cognitoconnector.job;

import io.github.cognitoconnector.database.RowScope;
import io.github.cognitoconnector.database.Sql;
import io.github.cognitoconnector.rest.MutationCommits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;

/** What callers do to jobs. Each command is one transaction, with its audit row in it. */
@ApplicationScoped
class JobCommandRepository {

    private static final String PAUSE =
            "update job set state = 'PAUSED', touched_at = now()" + " where id = ? and state in ('QUEUED', 'RUNNING')";
    private static final String RESUME = "update job set touched_at = now(),"
            + " state = case when started_at is null then 'QUEUED' else 'RUNNING' end where id = ? and state = 'PAUSED' and stage <> 'EXPIRED'";
    private static final String CANCEL = "update job set state = 'CANCELLED', ended_at = now(), touched_at = now()"
            + " where id = ? and state in ('QUEUED', 'RUNNING', 'PAUSED')";
    private static final String REOPEN = "update job set ended_at = null, problem = null, replica = null,"
            + " touched_at = now(), stage = case when stage = 'PREPARE' then stage else 'REOPEN' end,"
            + " state = case when started_at is null then 'QUEUED' else 'RUNNING' end"
            + " where id = ? and state in ('COMPLETED', 'FAILED') and stage <> 'EXPIRED'";

    private final Sql sql;
    private final RowScope scope;
    private final Event<MutationCommits> commands;

    JobCommandRepository(Sql sql, RowScope scope, Event<MutationCommits> commands) {
        this.sql = sql;
        this.scope = scope;
        this.commands = commands;
    }

    /** False if the job is in no state for it. */
    @Transactional
    boolean pause(JobId job) {
        return command(job, PAUSE);
    }

    /** False if the job is in no state for it. */
    @Transactional
    boolean resume(JobId job) {
        return command(job, RESUME);
    }

    /** False if the job is in no state for it. */
    @Transactional
    boolean cancel(JobId job) {
        return command(job, CANCEL);
    }

    /** Has the rejected rows opened again, as far as there is anything to try; false if the job is in no state for it. */
    @Transactional
    boolean retry(JobId job) {
        return command(job, REOPEN);
    }

    private boolean command(JobId job, String statement) {
        scope.app(job.appId());
        boolean done = sql.update(statement, List.of(job.id())) > 0;
        if (done) {
            commands.fire(new MutationCommits());
        }
        return done;
    }
}
