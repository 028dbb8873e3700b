package io.github.cognitoconnector.embedded.cognito.testing;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserImportJobRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserImportJobStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserImportJobType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

/** What tests do with import jobs: files as AWS wants them, uploads, and jobs that are waited for. */
public record Imports(TestCognito cognito) {

    public static final String ROLE = "arn:aws:iam::123456789012:role/imports";

    /** One row, by column. */
    public record Line(Map<String, String> values) {}

    private static final Set<UserImportJobStatusType> ENDS = Set.of(
            UserImportJobStatusType.SUCCEEDED,
            UserImportJobStatusType.FAILED,
            UserImportJobStatusType.STOPPED,
            UserImportJobStatusType.EXPIRED);

    /** A pool that verifies email addresses by itself, so that it can import. */
    public String newPool(Consumer<CreateUserPoolRequest.Builder> more) {
        return cognito.newPool(r -> more.accept(r.autoVerifiedAttributes(VerifiedAttributeType.EMAIL)));
    }

    public String newPool() {
        return newPool(more -> {});
    }

    public UserImportJobType create(String pool, Consumer<CreateUserImportJobRequest.Builder> more) {
        return cognito.sdk()
                .createUserImportJob(
                        r -> more.accept(r.userPoolId(pool).jobName("newcomers").cloudWatchLogsRoleArn(ROLE)))
                .userImportJob();
    }

    public UserImportJobType create(String pool) {
        return create(pool, more -> {});
    }

    /** A job with its file, not yet started. */
    public UserImportJobType prepared(String pool, String csv) {
        UserImportJobType job = create(pool);
        if (put(job.preSignedUrl(), BodyPublishers.ofString(csv)).statusCode() != 200) {
            throw new AssertionError("the file was not taken");
        }
        return job;
    }

    /** Puts with the header that AWS signs. */
    public HttpResponse<String> put(String url, BodyPublisher file) {
        return cognito.send(upload(url, file).header("x-amz-server-side-encryption", "aws:kms"));
    }

    public static HttpRequest.Builder upload(String url, BodyPublisher file) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(60))
                .PUT(file);
    }

    public UserImportJobType start(UserImportJobType job) {
        return cognito.sdk()
                .startUserImportJob(r -> r.userPoolId(job.userPoolId()).jobId(job.jobId()))
                .userImportJob();
    }

    public UserImportJobType stop(UserImportJobType job) {
        return cognito.sdk()
                .stopUserImportJob(r -> r.userPoolId(job.userPoolId()).jobId(job.jobId()))
                .userImportJob();
    }

    public UserImportJobType describe(UserImportJobType job) {
        return cognito.sdk()
                .describeUserImportJob(r -> r.userPoolId(job.userPoolId()).jobId(job.jobId()))
                .userImportJob();
    }

    /** The job when it has come to its end. */
    public UserImportJobType ended(UserImportJobType job) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> describe(job), now -> ENDS.contains(now.status()));
    }

    /** Imports the file and answers the job when it has come to its end. */
    public UserImportJobType run(String pool, String csv) {
        UserImportJobType job = prepared(pool, csv);
        start(job);
        return ended(job);
    }

    /** The pool's header, and the rows below it. */
    public String csv(String pool, Line... rows) {
        List<String> columns = columns(pool);
        Stream<String> lines = Arrays.stream(rows)
                .map(row -> columns.stream()
                        .map(column -> row.values().getOrDefault(column, ""))
                        .collect(Collectors.joining(",")));
        return Stream.concat(Stream.of(String.join(",", columns)), lines).collect(Collectors.joining("\n", "", "\n"));
    }

    public List<String> columns(String pool) {
        return cognito.sdk().getCSVHeader(r -> r.userPoolId(pool)).csvHeader();
    }

    /** The least that a row needs, and what is said instead or besides: name, value, name, value and so on. */
    public static Line row(String username, String... more) {
        Map<String, String> row = new TreeMap<>(Map.of(
                "cognito:username",
                username,
                "cognito:mfa_enabled",
                "FALSE",
                "email",
                username + "@example.com",
                "email_verified",
                "TRUE"));
        for (int i = 0; i < more.length; i += 2) {
            row.put(more[i], more[i + 1]);
        }
        return new Line(row);
    }
}
