package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.testing.Api.as;

import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.RawHttp.Answer;
import io.github.cognitoconnector.testing.Tokens;
import io.restassured.path.json.JsonPath;
import java.util.UUID;

/** Jobs that are behind a {@link Side}, or that walkers stop and let go on. */
final class Work {

    private Work() {}

    /** A job of the side's client that is over, and whose results tell of somebody; answers its id. */
    static String plant(Side side) {
        String file = "username,enabled\n" + side.secret() + ",perhaps\n";
        String id = Jobs.started(Jobs.upload(side.token(), "/v1/apps/" + side.appId(), "", Jobs.CSV, file));
        Jobs.ended(Tokens.platform(), id);
        return id;
    }

    /** What of a job a stranger could have changed. */
    static String state(String job) {
        return as(Tokens.platform()).get("/v1/jobs/" + job).asString()
                + as(Tokens.platform()).get("/v1/jobs/" + job + "/results").asString();
    }

    /**
     * A new job of the app, in a state in which the operation has something to do; answers its id.
     *
     * @param like a job that is there already, in the same pool
     */
    static String ready(String like, String app, String operation) {
        return switch (operation) {
            case "pauseJob", "cancelJob" -> waiting(like, app, "RUNNING");
            case "resumeJob" -> waiting(like, app, "PAUSED");
            default -> waiting(like, app, "COMPLETED");
        };
    }

    /** The job that was started, when it is over. */
    static JsonPath end(Answer started) {
        return Jobs.ended(Tokens.platform(), JsonPath.from(started.body()).getString("id"));
    }

    /** With a row whose time will not come, so that it stays as it is. */
    private static String waiting(String like, String app, String state) {
        UUID id = UUID.randomUUID();
        Database.execute("""
                        insert into job select (jsonb_populate_record(j, jsonb_build_object(
                                'id', '%1$s', 'app_id', '%2$s', 'state', '%3$s', 'ended_at', null))).*
                        from job j where j.id = '%4$s';
                        insert into job_row (job_id, row, app_id, work, key, key_hash, not_before)
                        values ('%1$s', 1, '%2$s', 'operation', '', '', 'infinity')""".formatted(id, app, state, like.substring(like.indexOf('.') + 1)));
        return app + "." + id;
    }
}
