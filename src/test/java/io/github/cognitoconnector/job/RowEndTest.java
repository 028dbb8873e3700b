package io.github.cognitoconnector.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.OwnApp;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Outcomes of several rows that are written together; of jobs that are over, so that nobody else works on them. */
@QuarkusTest
class RowEndTest {

    private static final JobPlan PLAN = new JobPlan(JobKind.IMPORT, JobMode.CREATE, null, null, false);
    private static final UUID REPLICA = UUID.randomUUID();
    private static final int EPOCH = 7;
    private static final int STALE = EPOCH - 1;

    private final RowRepository rows;
    private final JobRepository jobs;
    private OwnApp app = OwnApp.NONE;
    private RunningJob one;
    private RunningJob other;

    RowEndTest(RowRepository rows, JobRepository jobs) {
        this.rows = rows;
        this.jobs = jobs;
        this.one = job(OwnApp.NONE, UUID.randomUUID());
        this.other = one;
    }

    @BeforeEach
    void register() {
        app = OwnApp.register();
        one = claimed("username\na\nb\nc\n");
        other = claimed("username\nd\n");
    }

    @AfterEach
    void remove() {
        app.remove();
    }

    @Test
    void eachIsWrittenIfItsClaimHolds() {
        List<RowEnd> group = List.of(
                end(one, 2, EPOCH, RowOutcome.UPDATED),
                end(other, 1, EPOCH, RowOutcome.CREATED),
                end(one, 1, STALE, RowOutcome.DELETED),
                end(one, 3, EPOCH, RowOutcome.UPDATED));
        assertThat(rows.end(group)).containsExactly(true, true, false, true);
        assertThat(rows.end(group)).as("once").containsOnly(false);

        assertThat(outcomes(one)).isEqualTo("-,UPDATED,UPDATED");
        assertThat(outcomes(other)).isEqualTo("CREATED");
        assertThat(tally(one)).isEqualTo("0 2 0");
        assertThat(tally(other)).isEqualTo("1 0 0");
    }

    /** Which takes as long as it has rows. */
    @Test
    void severalDoNotWaitForAJobThatIsBeingRemoved() throws SQLException {
        try (Connection remover = Database.as("connector");
                Statement statement = remover.createStatement()) {
            remover.setAutoCommit(false);
            statement.execute("select set_config('connector.app', '*', true)");
            statement.execute("select 1 from job where id = '" + one.id() + "' for update");
            assertThatIllegalStateException()
                    .isThrownBy(() -> rows.end(
                            List.of(end(other, 1, EPOCH, RowOutcome.CREATED), end(one, 1, EPOCH, RowOutcome.CREATED))));
            assertThat(rows.end(List.of(end(other, 1, EPOCH, RowOutcome.CREATED))))
                    .containsExactly(true);
            remover.rollback();
        }
        assertThat(outcomes(one)).isEqualTo("-,-,-");
    }

    @Test
    void onlyWhoHoldsARowMayFailItsJob() {
        Database.execute("update job set state = 'RUNNING', stage = 'EXPIRED' where id = '" + one.id() + "'");
        assertThat(jobs.fail(claim(one, 1, STALE), "sealed")).isFalse();
        assertThat(jobs.fail(claim(one, 1, EPOCH), "sealed")).isTrue();
        Database.execute("update job set problem = null, stage = 'ROWS' where id = '" + one.id() + "'");
    }

    @Test
    void aJobThatIsOverIsNotReopened() {
        rows.end(List.of(end(one, 1, EPOCH, RowOutcome.REJECTED)));
        Database.execute("update job set stage = 'REOPEN', state = 'CANCELLED' where id = '" + one.id() + "'");
        assertThat(jobs.reopenRows(one)).isZero();
        assertThat(outcomes(one)).isEqualTo("REJECTED,-,-");
        assertThat(tally(one)).isEqualTo("0 0 1");
    }

    /** A job whose rows are all in hand. */
    private RunningJob claimed(String csv) {
        UUID id = JobId.parse(Jobs.imported(app, "", csv).getString("id")).id();
        Database.execute("delete from job_tally where job_id = '" + id + "'");
        Database.execute(
                "update job_row set outcome = null, payload = 'sealed', replica = '%s', epoch = %d where job_id = '%s'"
                        .formatted(REPLICA, EPOCH, id));
        return job(app, id);
    }

    private static RunningJob job(OwnApp app, UUID id) {
        return new RunningJob(id, app.id(), app.pool(), PLAN, JobStage.ROWS, 3, Instant.EPOCH, "sealed", "sealed");
    }

    private static RowEnd end(RunningJob job, int row, int epoch, RowOutcome outcome) {
        return new RowEnd(job, claim(job, row, epoch), outcome, null, null, false);
    }

    private static RowClaim claim(RunningJob job, int row, int epoch) {
        return new RowClaim(job.id(), row, REPLICA, "user", "sealed", "sealed", epoch, 0, null);
    }

    private static String outcomes(RunningJob job) {
        return Database.text("select string_agg(coalesce(outcome, '-'), ',' order by row) from job_row where job_id = '"
                + job.id() + "'");
    }

    /** Created, updated and rejected. */
    private static String tally(RunningJob job) {
        return Database.text(
                "select concat_ws(' ', sum(created), sum(updated), sum(rejected)) from job_tally where job_id = '"
                        + job.id() + "'");
    }
}
