package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.testing.Api.as;

import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.RawHttp.Answer;
import io.github.cognitoconnector.testing.Tokens;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Jobs that are behind a {@link Side}, or that walkers stop and let go on. */
final class Work {

    /** A statement for each would cost more than the jobs do. */
    private static final int AT_ONCE = 20;

    /** Numbers of jobs that nobody has had yet, by app and state. */
    private static final Map<String, Queue<String>> READY = new ConcurrentHashMap<>();

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

    /** Jobs of the app that were made ready and that nobody has ended; whoever works on jobs looks at them no more. */
    static void clear(String app) {
        READY.keySet().removeIf(key -> key.startsWith(app + ' '));
        Database.execute("""
                        update job set state = 'CANCELLED', ended_at = now()
                        where app_id = '%s' and state in ('RUNNING', 'PAUSED')
                          and exists (select 1 from job_row r where r.job_id = job.id and r.not_before = 'infinity')""".formatted(app));
    }

    /** With a row whose time will not come, so that it stays as it is. */
    private static String waiting(String like, String app, String state) {
        Queue<String> ready = READY.computeIfAbsent(app + ' ' + state, key -> new ConcurrentLinkedQueue<>());
        if (ready.isEmpty()) {
            ready.addAll(made(like.substring(like.indexOf('.') + 1), app, state));
        }
        return app + "." + ready.remove();
    }

    private static List<String> made(String like, String app, String state) {
        return List.of(Database.text("""
                        with made as (
                            insert into job select (jsonb_populate_record(j, jsonb_build_object(
                                    'id', gen_random_uuid(), 'app_id', '%1$s', 'state', '%2$s', 'ended_at', null))).*
                            from job j, generate_series(1, %3$d) where j.id = '%4$s'
                            returning id, app_id),
                        waiting as (
                            insert into job_row (job_id, row, app_id, work, key, key_hash, not_before)
                            select id, 1, app_id, 'operation', '', '', 'infinity' from made)
                        select string_agg(id::text, ' ') from made""".formatted(app, state, AT_ONCE, like)).split(" ", -1));
    }
}
