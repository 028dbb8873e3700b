package io.github.cognitoconnector.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.database.RowScope;
import io.github.cognitoconnector.database.Sql;
import io.github.cognitoconnector.testing.Cognito;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose row is next. The jobs are there within the test's transaction, which nobody else sees, and which never ends well. */
@QuarkusTest
class JobBoardTest {

    private static final int HANDS = 16;
    private static final JobPlan PLAN = new JobPlan(JobKind.BULK, null, null, null, false);

    private final JobRepository jobs;
    private final Sql sql;
    private final RowScope scope;
    private final JobBoard board;

    JobBoardTest(JobRepository jobs, JobMetrics metrics, Sql sql, RowScope scope) {
        this.jobs = jobs;
        this.sql = sql;
        this.scope = scope;
        this.board = new JobBoard(jobs, metrics);
    }

    @BeforeEach
    void alone() {
        QuarkusTransaction.begin();
        scope.everything();
        sql.update("update job set state = 'PAUSED' where state in ('QUEUED', 'RUNNING')", List.of());
    }

    @AfterEach
    void forget() {
        QuarkusTransaction.rollback();
    }

    @Test
    void anAppAloneHasAllHandsAndAsMuchAgainWaiting() {
        RunningJob only = open("demo", 1);
        board.refresh();
        assertThat(room(only)).isEqualTo(HANDS);
        take(only, HANDS);
        assertThat(room(only)).isEqualTo(HANDS);
        take(only, HANDS - 1);
        assertThat(room(only)).isOne();
        isNext(only);
        take(only, 1);
        assertThat(room(only)).isZero();
        nobodyIsNext();
    }

    @Test
    void eachOfTwoAppsHasItsShareAndNoMore() {
        RunningJob one = open("demo", 2);
        RunningJob other = open("other", 1);
        board.refresh();
        assertThat(room(one)).isEqualTo(HANDS / 2);
        assertThat(room(other)).isEqualTo(HANDS / 2);

        take(one, HANDS / 2);
        assertThat(room(one)).isZero();
        assertThat(room(other)).isEqualTo(HANDS / 2);
        isNext(other);
        take(other, HANDS / 2);
        nobodyIsNext();
        board.pace(one).left();
        isNext(one);
    }

    @Test
    void severalJobsOfAnAppHaveOneShare() {
        RunningJob first = open("demo", 3);
        RunningJob second = open("demo", 2);
        RunningJob other = open("other", 1);
        board.refresh();
        take(first, HANDS / 2 - 1);
        assertThat(room(first)).isOne();
        assertThat(room(second)).isOne();
        take(second, 1);
        assertThat(room(first)).isZero();
        assertThat(room(second)).isZero();
        assertThat(room(other)).isEqualTo(HANDS / 2);
        isNext(other);
    }

    @Test
    void theAppWithTheFewestRowsInHandIsNext() {
        RunningJob old = open("demo", 3);
        RunningJob older = open("demo", 4);
        RunningJob young = open("other", 1);
        board.refresh();
        isNext(older);
        take(old, 1);
        isNext(young);
        take(young, 2);
        isNext(older);
        take(older, 2);
        isNext(young);
    }

    @Test
    void theOldestJobOfAnAppIsNext() {
        RunningJob young = open("demo", 1);
        RunningJob old = open("demo", 3);
        RunningJob middle = open("demo", 2);
        board.refresh();
        isNext(old);
        take(old, 1);
        isNext(old);
        board.rest(old);
        isNext(middle);
        board.rest(middle);
        isNext(young);
        board.unrest(old);
        isNext(old);
    }

    @Test
    void anAppWhoseJobsAreOverLeavesItsShareToOthers() {
        RunningJob one = open("demo", 2);
        RunningJob other = open("other", 1);
        board.refresh();
        take(one, HANDS / 2);
        assertThat(room(one)).isZero();
        scope.everything();
        sql.update("update job set state = 'CANCELLED' where id = ?", List.of(other.id()));
        board.expire();
        board.refresh();
        assertThat(room(one)).isEqualTo(HANDS);
        isNext(one);
    }

    private RunningJob open(String app, int minutesAgo) {
        RunningJob job = new RunningJob(
                UUID.randomUUID(), app, Cognito.DEMO_POOL, PLAN, JobStage.ROWS, 0, Instant.EPOCH, "sealed", "sealed");
        jobs.begin(job, "somebody");
        jobs.queue(job, 1);
        sql.update(
                "update job set created_at = now() - make_interval(mins => ?) where id = ?",
                List.of(minutesAgo, job.id()));
        scope.everything();
        return job;
    }

    private int room(RunningJob job) {
        return board.room(job, HANDS);
    }

    private void take(RunningJob job, int rows) {
        board.pace(job).begun(rows);
    }

    private void isNext(RunningJob job) {
        assertThat(board.next(HANDS)).map(RunningJob::id).contains(job.id());
    }

    private void nobodyIsNext() {
        assertThat(board.next(HANDS)).isEmpty();
    }
}
