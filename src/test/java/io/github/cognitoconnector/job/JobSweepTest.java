package io.github.cognitoconnector.job;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.OwnApp;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs are kept for a week; what they hold of people goes with them. */
@QuarkusTest
class JobSweepTest {

    private static final String FILE = "username,enabled\nada,\ngrace,perhaps\n";

    private OwnApp app = OwnApp.NONE;

    @Inject
    JobSweep sweep;

    @BeforeEach
    void register() {
        app = OwnApp.register();
    }

    @AfterEach
    void remove() {
        Cognito.reset();
        app.remove();
    }

    @Test
    void aJobGoesWithAllOfItsRows() {
        String id = Jobs.imported(app, "", FILE).getString("id");
        String younger = Jobs.imported(app, "", FILE).getString("id");
        touched(id, "8 days");
        touched(younger, "6 days");
        sweep.run();

        as(app.token()).get("/v1/jobs/" + id).then().spec(problem(404, "job-not-found"));
        as(app.token()).get("/v1/jobs/" + id + "/results").then().spec(problem(404, "job-not-found"));
        assertThat(left(id)).isEqualTo("0 0 0");
        assertThat(Jobs.results(app.token(), younger, "")).hasSize(2);
    }

    @Test
    void soDoesOneThatIsPaused() {
        String id = Jobs.held(app, app.token(), FILE);
        touched(id, "8 days");
        sweep.run();
        assertThat(Jobs.get(app.token(), id).getString("state"))
                .as("it goes on")
                .isIn("QUEUED", "RUNNING");

        as(app.token()).post("/v1/jobs/" + id + "/pause").then().statusCode(200);
        Jobs.rest(id);
        sweep.run();
        assertThat(Jobs.get(app.token(), id).getString("state")).as("touched").isEqualTo("PAUSED");
        touched(id, "8 days");
        sweep.run();
        assertThat(left(id)).isEqualTo("0 0 0");
    }

    @Test
    void soDoesAnUploadThatWasBrokenOff() {
        String id = Jobs.imported(app, "", FILE).getString("id");
        Database.execute("update job set state = 'UPLOADING' where id = '" + uuid(id) + "'");
        as(app.token()).get("/v1/jobs/" + id).then().spec(problem(404, "job-not-found"));
        touched(id, "29 minutes");
        sweep.run();
        assertThat(left(id)).startsWith("1 2 ");
        touched(id, "31 minutes");
        sweep.run();
        assertThat(left(id)).isEqualTo("0 0 0");
    }

    private static void touched(String id, String ago) {
        Database.execute("update job set touched_at = now() - interval '" + ago + "' where id = '" + uuid(id) + "'");
    }

    /** How many jobs, rows and tallies there are. */
    private static String left(String id) {
        return Database.text("""
                        select concat_ws(' ', (select count(*) from job where id = '%1$s'),
                                (select count(*) from job_row where job_id = '%1$s'),
                                (select count(*) from job_tally where job_id = '%1$s'))""".formatted(uuid(id)));
    }

    private static String uuid(String id) {
        return id.substring(id.indexOf('.') + 1);
    }
}
