package io.github.cognitoconnector.embedded.cognito.importjob;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.http.Body;
import io.github.cognitoconnector.embedded.cognito.importjob.ImportJob.Status;
import io.github.cognitoconnector.embedded.cognito.message.Message.Medium;
import io.github.cognitoconnector.embedded.cognito.page.Pages;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.token.Issuers;
import io.github.cognitoconnector.embedded.cognito.user.AccountRules;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Member;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.List;
import java.util.stream.Stream;

/**
 * CreateUserImportJob, StartUserImportJob, StopUserImportJob, DescribeUserImportJob, ListUserImportJobs (contract row
 * 26). Where AWS publishes no words for a refusal, those here are our own.
 */
public final class ImportOperations {

    private static final Pages.Names LISTING =
            new Pages.Names("ListUserImportJobs", "MaxResults", "PaginationToken", "UserImportJobs");
    private static final Member POOL = required("UserPoolId", Shapes.USER_POOL_ID);
    private static final Member JOB = required("JobId", Shapes.text(1, 55, "import-[0-9a-zA-Z-]+"));

    private final Pools pools;
    private final ImportJobs jobs;
    private final ImportRun run;
    private final Pages pages;
    private final Issuers issuers;

    public ImportOperations(Pools pools, ImportJobs jobs, ImportRun run, Pages pages, Issuers issuers) {
        this.pools = pools;
        this.jobs = jobs;
        this.run = run;
        this.pages = pages;
        this.issuers = issuers;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.signed(
                        "CreateUserImportJob",
                        this::create,
                        required("JobName", Shapes.text(1, 128, "[\\w\\s+=,.@-]+")),
                        POOL,
                        required("CloudWatchLogsRoleArn", Shapes.ARN),
                        optional(
                                "PasswordHashingAlgorithm",
                                Shapes.choice("BCRYPT", "SCRYPT", "ARGON2ID", "PBKDF2_SHA256"))),
                Operation.signed("StartUserImportJob", this::start, POOL, JOB),
                Operation.signed("StopUserImportJob", this::stop, POOL, JOB),
                Operation.signed("DescribeUserImportJob", this::describe, POOL, JOB),
                Operation.signed(
                        "ListUserImportJobs",
                        this::list,
                        POOL,
                        required("MaxResults", Shapes.MAX_RESULTS),
                        optional("PaginationToken", Shapes.PAGINATION_TOKEN)));
    }

    /** The pools are like those of AWS that cannot import passwords yet, which AWS says there are. */
    private ObjectNode create(Input input) {
        UserPool pool = pools.of(input);
        if (input.has("PasswordHashingAlgorithm")) {
            throw Refusal.invalidParameter("Password hash import is not available for this user pool.");
        }
        return answer(jobs.add(pool.id(), input.text("JobName"), input.text("CloudWatchLogsRoleArn")));
    }

    /** The job is at work when this answers, on a thread of its own. */
    private ObjectNode start(Input input) {
        UserPool pool = pools.of(input);
        ImportJob asked = job(input);
        return answer(pool.change(() -> {
            ImportJob started = jobs.change(asked, job -> started(pool, job));
            Body file = jobs.file(started).orElseThrow(() -> noFile(started));
            pool.importing(true);
            Thread.ofVirtual().name("embedded-cognito-" + started.id()).start(() -> run.perform(pool, started, file));
            return started;
        }));
    }

    /** Only one job works at a time in an account, says AWS, which has one account here and many regions. */
    private ImportJob started(UserPool pool, ImportJob job) {
        if (job.status() != Status.Created) {
            throw precondition("Job " + job.id() + " cannot be started: its status is " + job.status() + ".");
        }
        AccountRules rules = AccountRules.of(pool);
        if (Stream.of(Medium.values()).noneMatch(rules::autoVerifies)) {
            throw precondition("The user pool must have at least one auto verified attribute.");
        }
        if (jobs.file(job).isEmpty()) {
            throw noFile(job);
        }
        if (jobs.active(pool.id()).findAny().isPresent()) {
            throw precondition("Only one import job can be active at a time.");
        }
        return job.started(jobs.now());
    }

    /** Seen with AWS in these words. */
    private static Refusal noFile(ImportJob job) {
        return precondition("No csv file was uploaded for " + job.id());
    }

    /** The job stops behind the row that it is at, and then for good. */
    private ObjectNode stop(Input input) {
        pools.of(input);
        return answer(jobs.change(job(input), job -> {
            if (!job.status().isActive()) {
                throw precondition("Job " + job.id() + " cannot be stopped: its status is " + job.status() + ".");
            }
            return job.moved(Status.Stopping);
        }));
    }

    private ObjectNode describe(Input input) {
        pools.of(input);
        return answer(job(input));
    }

    private ObjectNode list(Input input) {
        String pool = pools.of(input).id();
        return pages.page(
                input,
                LISTING,
                List.of(pool),
                position -> jobs.newestFirst(pool, position),
                new Pages.View<>(ImportJobs::position, this::json));
    }

    private ImportJob job(Input input) {
        return jobs.get(input.text("UserPoolId"), input.text("JobId"));
    }

    private static Refusal precondition(String message) {
        return new Refusal("PreconditionNotMetException", message);
    }

    private ObjectNode answer(ImportJob job) {
        ObjectNode answer = Json.object();
        answer.set("UserImportJob", json(job));
        return answer;
    }

    private ObjectNode json(ImportJob job) {
        ImportJob.Order order = job.order();
        ObjectNode json = Json.object()
                .put("JobName", order.name())
                .put("JobId", order.id())
                .put("UserPoolId", order.poolId())
                .put(
                        "PreSignedUrl",
                        issuers.base() + order.slot().path() + "?"
                                + order.slot().query())
                .put("CreationDate", Json.time(order.createdAt()))
                .put("Status", job.status().name())
                .put("CloudWatchLogsRoleArn", order.roleArn())
                .put("ImportedUsers", job.tally().imported())
                .put("SkippedUsers", job.tally().skipped())
                .put("FailedUsers", job.tally().failed());
        job.startedAt().ifPresent(time -> json.put("StartDate", Json.time(time)));
        job.completedAt().ifPresent(time -> json.put("CompletionDate", Json.time(time)));
        job.message().ifPresent(message -> json.put("CompletionMessage", message));
        return json;
    }
}
