package io.github.cognitoconnector.job;

import static io.github.cognitoconnector.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.OwnApp;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of replicas that add the rows of one sync only the last one that has claimed it adds any. */
@QuarkusTest
class PreparationFenceTest {

    private static final NewRow GRACE = NewRow.of("DISABLE", "grace", "grace");

    private final JobPreparation preparation;
    private final JobRepository jobs;
    private final RowIntake intake;
    private final ReplicaLease lease;
    private OwnApp app = OwnApp.NONE;
    private String id = "";

    PreparationFenceTest(JobPreparation preparation, JobRepository jobs, RowIntake intake, ReplicaLease lease) {
        this.preparation = preparation;
        this.jobs = jobs;
        this.intake = intake;
        this.lease = lease;
    }

    @BeforeEach
    void plant() {
        app = OwnApp.register();
        List.of("ada", "alan", "grace").forEach(app::newUser);
    }

    @AfterEach
    void remove() {
        Cognito.reset();
        app.remove();
    }

    @Test
    void whoIsTakenOverWhileItLooksAddsNothing() throws Exception {
        isStill(takenOverWhileItLooks(waiting(2)), 1);
        goesOn();
    }

    /** Users may have been fewer when whoever is at it now looked, and may be disabled by now. */
    @Test
    void whoIsTakenOverDoesNotFailIt() throws Exception {
        isStill(takenOverWhileItLooks(waiting(1)), 1);
        Cognito.sdk().adminDeleteUser(r -> r.userPoolId(app.pool()).username("alan"));
        assertThat(resumed().getInt("outcomes.updated")).isOne();
        assertThat(app.users()).containsExactly("ada", "grace disabled");
    }

    @Test
    void whoIsTakenOverAddsNoMoreRows() {
        RunningJob job = waiting(2);
        PlannedRows mine = new PlannedRows(job, claimed(UUID.randomUUID()), intake);
        for (int i = 0; i < RowIntake.BATCH; i++) {
            mine.add(GRACE);
        }
        mine.add(GRACE);
        PreparationClaim theirs = claimed(UUID.randomUUID());
        assertThatThrownBy(mine::end).isInstanceOf(ReplicaLease.Lost.class);
        isStill(theirs, 1 + RowIntake.BATCH);
        goesOn();
    }

    @Test
    void whoIsTakenOverTakesNoRowsAway() {
        RunningJob job = waiting(2);
        PreparationClaim mine = claimed(lease.current().replica());
        PreparationClaim theirs = claimed(UUID.randomUUID());
        PlannedRows rows = new PlannedRows(job, theirs, intake);
        rows.add(GRACE);
        assertThat(rows.end()).isEqualTo(2);
        assertThat(preparation.run(job, mine)).isTrue();
        isStill(theirs, 2);
    }

    @Test
    void whoIsTakenOverDoesNotEndIt() {
        RunningJob job = waiting(2);
        PreparationClaim mine = claimed(UUID.randomUUID());
        PreparationClaim theirs = claimed(UUID.randomUUID());
        assertThat(jobs.endPreparation(job.id(), mine.epoch(), 7)).isFalse();
        jobs.letGo(job.id(), mine.epoch());
        isStill(theirs, 1);

        assertThat(jobs.endPreparation(job.id(), theirs.epoch(), 1)).isTrue();
        assertThat(text("stage")).isEqualTo("ROWS");
    }

    /** A sync whose rows are to be added, by nobody yet. */
    private RunningJob waiting(int maxDeletes) {
        Cognito.faults("[{\"operation\": \"ListUsers\", \"error\": \"HTTP_500\"}]");
        id = Jobs.started(Jobs.upload(
                app.token(), app.path(), "?mode=sync&maxDeletes=" + maxDeletes, Jobs.CSV, "username\nada\n"));
        await().until(() -> Cognito.calls("ListUsers") > 0);
        RunningJob job = jobs.open(1000).stream()
                .filter(open -> open.jobId().toString().equals(id))
                .findFirst()
                .orElseThrow();
        as(app.token()).post("/v1/jobs/" + id + "/pause").then().statusCode(200);
        await().until(() -> text("replica is null").equals("t"));
        Cognito.reset();
        return job;
    }

    /** The claim of the replica that takes over. */
    private PreparationClaim takenOverWhileItLooks(RunningJob job) throws Exception {
        PreparationClaim mine = claimed(lease.current().replica());
        Cognito.pages("{\"ListUsers\": 1}");
        Cognito.faults("[{\"operation\": \"ListUsers\", \"latencyMs\": 1500}]");
        try (ExecutorService replica = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> run = replica.submit(() -> preparation.run(job, mine));
            await().until(() -> Cognito.calls("ListUsers") > 0);
            PreparationClaim theirs = claimed(UUID.randomUUID());
            assertThat(run.get()).as("there is nothing to try again").isTrue();
            return theirs;
        } finally {
            Cognito.reset();
        }
    }

    private PreparationClaim claimed(UUID replica) {
        String epoch = Database.text("update job set replica = '%s', epoch = epoch + 1 where id = '%s' returning epoch"
                .formatted(replica, uuid()));
        return new PreparationClaim(replica, Integer.parseInt(epoch));
    }

    private void isStill(PreparationClaim claim, int rows) {
        assertThat(text("concat_ws(' ', stage, replica, epoch, total)"))
                .isEqualTo("PREPARE " + claim.replica() + " " + claim.epoch() + " 1");
        assertThat(Database.text("select count(*) from job_row where job_id = '" + uuid() + "'"))
                .isEqualTo(String.valueOf(rows));
    }

    /** Whoever had claimed it is dead by now: what was added is added anew. */
    private void goesOn() {
        assertThat(resumed().getString("state")).isEqualTo("COMPLETED");
        assertThat(Jobs.outcomes(app.token(), id))
                .hasSize(3)
                .contains("1 ada unchanged")
                .anyMatch(row -> row.endsWith(" alan updated"))
                .anyMatch(row -> row.endsWith(" grace updated"));
        assertThat(app.users()).containsExactly("ada", "alan disabled", "grace disabled");
    }

    private JsonPath resumed() {
        as(app.token()).post("/v1/jobs/" + id + "/resume").then().statusCode(200);
        return Jobs.ended(app.token(), id);
    }

    private String text(String column) {
        return Database.text("select " + column + " from job where id = '" + uuid() + "'");
    }

    private String uuid() {
        return id.substring(id.indexOf('.') + 1);
    }
}
