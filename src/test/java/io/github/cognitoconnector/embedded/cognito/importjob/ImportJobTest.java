package io.github.cognitoconnector.embedded.cognito.importjob;

import static io.github.cognitoconnector.embedded.cognito.testing.Imports.row;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.contract.Row;
import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.Imports;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreventUserExistenceErrorTypes;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserImportJobStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserImportJobType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

@Row(26)
class ImportJobTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final Imports IMPORTS = new Imports(COGNITO);
    private static final String NEW = "New-Horse-43";
    private static final SchemaAttributeType PLAN = SchemaAttributeType.builder()
            .name("plan")
            .attributeDataType(AttributeDataType.STRING)
            .build();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    @Test
    void usersOfTheFileAreImported() {
        String pool = IMPORTS.newPool();
        UserImportJobType job = IMPORTS.prepared(
                pool,
                IMPORTS.csv(pool, row("ada", "address", " 12 Square\\, London ", "given_name", "Ada"), row("bob")));
        assertThat(job.status()).isEqualTo(UserImportJobStatusType.CREATED);
        assertThat(job.jobId()).matches("import-[0-9a-zA-Z-]+");
        assertThat(job.jobName()).isEqualTo("newcomers");
        assertThat(job.cloudWatchLogsRoleArn()).isEqualTo(Imports.ROLE);
        assertThat(job.startDate()).isNull();

        UserImportJobType started = IMPORTS.start(job);
        UserImportJobType ended = IMPORTS.ended(job);

        assertThat(started.status()).isEqualTo(UserImportJobStatusType.PENDING);
        assertThat(started.startDate()).isAfterOrEqualTo(job.creationDate());
        assertThat(ended.status()).isEqualTo(UserImportJobStatusType.SUCCEEDED);
        assertThat(ended.completionMessage()).isEqualTo("Import Job Completed Successfully.");
        assertThat(ended.importedUsers()).isEqualTo(2);
        assertThat(ended.skippedUsers()).isZero();
        assertThat(ended.failedUsers()).isZero();
        assertThat(ended.startDate()).isEqualTo(started.startDate());
        assertThat(ended.completionDate()).isAfterOrEqualTo(ended.startDate());
        var ada = SDK.adminGetUser(r -> r.userPoolId(pool).username("ada"));
        assertThat(ada.userStatus()).isEqualTo(UserStatusType.RESET_REQUIRED);
        assertThat(ada.enabled()).isTrue();
        assertThat(toMap(ada.userAttributes()))
                .containsEntry("address", "12 Square, London")
                .containsEntry("given_name", "Ada")
                .containsEntry("email", "ada@example.com")
                .containsEntry("email_verified", "true")
                .hasSize(5);
    }

    @Test
    void importedUserHasToResetThePassword() {
        String pool = IMPORTS.newPool();
        IMPORTS.run(pool, IMPORTS.csv(pool, row("ada")));
        String client = ACCOUNT.client(pool);
        String hiding = ACCOUNT.client(pool, r -> r.preventUserExistenceErrors(PreventUserExistenceErrorTypes.ENABLED));
        assertThat(refusal(() -> ACCOUNT.signIn(client, "ada", NEW))).startsWith("PasswordResetRequiredException");
        assertThat(refusal(() -> ACCOUNT.signIn(hiding, "ada", NEW))).startsWith("PasswordResetRequiredException");

        SDK.forgotPassword(r -> r.clientId(client).username("ada"));
        String code = COGNITO.code("ada@example.com");
        SDK.confirmForgotPassword(
                r -> r.clientId(client).username("ada").confirmationCode(code).password(NEW));

        assertThat(ACCOUNT.signIn(client, "ada", NEW)).isNotNull();
    }

    @Test
    void existingUsersAreSkipped() {
        String pool = IMPORTS.newPool();
        COGNITO.newUser(pool, "ada");

        UserImportJobType ended = IMPORTS.run(pool, IMPORTS.csv(pool, row("ada"), row("bob"), row("eve"), row("bob")));

        assertThat(ended.status()).isEqualTo(UserImportJobStatusType.SUCCEEDED);
        assertThat(ended.importedUsers()).isEqualTo(2);
        assertThat(ended.skippedUsers()).isEqualTo(2);
        assertThat(SDK.adminGetUser(r -> r.userPoolId(pool).username("ada")).userStatus())
                .isEqualTo(UserStatusType.FORCE_CHANGE_PASSWORD);
    }

    @Test
    void jobFailsWhenTooManyUsersDo() {
        String pool = IMPORTS.newPool();

        UserImportJobType ended = IMPORTS.run(
                pool, IMPORTS.csv(pool, row("ada"), row("bob", "email", ""), row("eve", "locale", ""), row("ada")));
        UserImportJobType worse = IMPORTS.run(pool, IMPORTS.csv(pool, row("ada"), row("dan"), row("joe", "email", "")));

        assertThat(ended.status()).isEqualTo(UserImportJobStatusType.SUCCEEDED);
        assertThat(ended.failedUsers()).isEqualTo(1);
        assertThat(worse.status()).isEqualTo(UserImportJobStatusType.FAILED);
        assertThat(worse.completionMessage())
                .isEqualTo("Too many users have failed or been skipped during the import.");
        assertThat(worse.importedUsers()).as("those that were imported stay").isEqualTo(1);
        assertThat(SDK.adminGetUser(r -> r.userPoolId(pool).username("dan")).username())
                .isEqualTo("dan");
    }

    @Test
    void userWhoFailsForAnInnerReasonIsCounted() {
        String pool = IMPORTS.newPool();
        COGNITO.put("faults", "[{\"operation\":\"UserImportRow\",\"error\":\"InternalErrorException\",\"times\":1}]");

        UserImportJobType ended = IMPORTS.run(pool, IMPORTS.csv(pool, row("ada"), row("bob")));

        assertThat(ended.status()).isEqualTo(UserImportJobStatusType.SUCCEEDED);
        assertThat(ended.failedUsers()).isEqualTo(1);
        assertThat(refusal(() -> SDK.adminGetUser(r -> r.userPoolId(pool).username("ada"))))
                .startsWith("UserNotFoundException");
    }

    @Test
    void jobNeedsAFile() {
        UserImportJobType job = IMPORTS.create(IMPORTS.newPool());

        assertThat(refusal(() -> IMPORTS.start(job)))
                .isEqualTo("PreconditionNotMetException: No csv file was uploaded for " + job.jobId());
        assertThat(IMPORTS.describe(job).status()).isEqualTo(UserImportJobStatusType.CREATED);
    }

    @Test
    void poolHasToVerifyAnAttributeByItself() {
        String pool = COGNITO.newPool();
        UserImportJobType job = IMPORTS.prepared(pool, IMPORTS.csv(pool, row("ada")));

        assertThat(refusal(() -> IMPORTS.start(job))).startsWith("PreconditionNotMetException");
    }

    @Test
    void unknownJobIsNotFound() {
        UserImportJobType job = IMPORTS.create(IMPORTS.newPool());
        UserImportJobType elsewhere =
                job.toBuilder().userPoolId(IMPORTS.newPool()).build();
        UserImportJobType nowhere =
                job.toBuilder().userPoolId("eu-central-1_none").build();
        String missing = "ResourceNotFoundException: User import job " + job.jobId() + " does not exist.";

        assertThat(refusal(() -> IMPORTS.describe(elsewhere))).isEqualTo(missing);
        assertThat(refusal(() -> IMPORTS.start(elsewhere))).isEqualTo(missing);
        assertThat(refusal(() -> IMPORTS.stop(elsewhere))).isEqualTo(missing);
        assertThat(refusal(() -> IMPORTS.describe(nowhere))).startsWith("ResourceNotFoundException: User pool");
        assertThat(refusal(() -> IMPORTS.create("eu-central-1_none"))).startsWith("ResourceNotFoundException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cognito:username", "\uFEFF%s", "%s,password_hash", "%s,custom:plan", "%s,email"})
    void headerHasToBeThatOfThePool(String header) {
        String pool = IMPORTS.newPool();
        String[] lines = IMPORTS.csv(pool, row("ada")).split("\n", -1);

        UserImportJobType ended = IMPORTS.run(pool, header.formatted(lines[0]) + "\n" + lines[1]);

        assertThat(ended.status()).isEqualTo(UserImportJobStatusType.FAILED);
        assertThat(ended.completionMessage())
                .isEqualTo("The header in the CSV file does not match the expected headers.");
        assertThat(ended.importedUsers()).isZero();
        assertThat(ended.failedUsers()).isZero();
    }

    @Test
    void fileHasToBeInUtf8() {
        String pool = IMPORTS.newPool();
        String csv = IMPORTS.csv(pool, row("ada"), row("bob", "name", "Bärbel"));
        UserImportJobType job = IMPORTS.create(pool);
        IMPORTS.put(job.preSignedUrl(), BodyPublishers.ofString(csv, StandardCharsets.ISO_8859_1));
        IMPORTS.start(job);

        UserImportJobType ended = IMPORTS.ended(job);

        assertThat(ended.status()).isEqualTo(UserImportJobStatusType.FAILED);
        assertThat(ended.completionMessage()).isEqualTo("The CSV file could not be parsed.");
        assertThat(ended.importedUsers()).as("nobody is imported by halves").isZero();
        assertThat(IMPORTS.run(pool, csv).importedUsers()).isEqualTo(2);
    }

    /** AWS's guide: the order of the columns does not matter. */
    @Test
    void headerMayBeInAnyOrder() {
        String pool = IMPORTS.newPool();
        String reversed = IMPORTS.csv(pool, row("ada"))
                .lines()
                .map(line -> CsvFile.split(line).reversed().stream().collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"));

        assertThat(IMPORTS.run(pool, reversed).importedUsers()).isEqualTo(1);
    }

    @Test
    void poolRestsWhileItsUsersAreImported() {
        COGNITO.put("faults", "[{\"operation\":\"UserImportRow\",\"latencyMs\":50}]");
        String pool = IMPORTS.newPool();
        UserImportJobType next = IMPORTS.prepared(pool, IMPORTS.csv(pool, row("late")));
        UserImportJobType job = IMPORTS.prepared(pool, many(pool, 2_000));
        IMPORTS.start(job);
        String busy = "UserImportInProgressException: A user import is in progress for this user pool.";

        assertThat(refusal(() -> SDK.updateUserPool(r -> r.userPoolId(pool)))).isEqualTo(busy);
        assertThat(refusal(() -> SDK.deleteUserPool(r -> r.userPoolId(pool)))).isEqualTo(busy);
        assertThat(refusal(() -> SDK.addCustomAttributes(r -> r.userPoolId(pool).customAttributes(List.of(PLAN)))))
                .isEqualTo(busy);
        assertThat(refusal(() -> IMPORTS.start(next)))
                .isEqualTo("PreconditionNotMetException: Only one import job can be active at a time.");
        assertThat(refusal(() -> IMPORTS.start(job))).startsWith("PreconditionNotMetException");
        assertThat(COGNITO.newUser(pool, "grace").username())
                .as("others work on")
                .isEqualTo("grace");

        UserImportJobType stopping = IMPORTS.stop(job);
        UserImportJobType ended = IMPORTS.ended(job);

        assertThat(stopping.status()).isEqualTo(UserImportJobStatusType.STOPPING);
        assertThat(ended.status()).isEqualTo(UserImportJobStatusType.STOPPED);
        assertThat(ended.completionMessage()).isEqualTo("The Import Job was stopped by the developer.");
        assertThat(ended.importedUsers()).isLessThan(2_000);
        assertThat(refusal(() -> IMPORTS.stop(job))).startsWith("PreconditionNotMetException");
        assertThat(refusal(() -> IMPORTS.start(job))).startsWith("PreconditionNotMetException");
        SDK.updateUserPool(r -> r.userPoolId(pool).autoVerifiedAttributesWithStrings("email"));
        assertThat(IMPORTS.start(next).status()).isEqualTo(UserImportJobStatusType.PENDING);
        assertThat(IMPORTS.ended(next).importedUsers()).isEqualTo(1);
        SDK.deleteUserPool(r -> r.userPoolId(pool));
    }

    @Test
    void onlyARunningJobIsStopped() {
        UserImportJobType job = IMPORTS.create(IMPORTS.newPool());
        assertThat(refusal(() -> IMPORTS.stop(job))).startsWith("PreconditionNotMetException");
    }

    @Test
    void jobThatNobodyStartsExpires() {
        String pool = IMPORTS.newPool();
        UserImportJobType job = IMPORTS.prepared(pool, IMPORTS.csv(pool, row("ada")));
        COGNITO.put("clock", "{\"offsetSeconds\": 86390}");
        assertThat(IMPORTS.describe(job).status()).isEqualTo(UserImportJobStatusType.CREATED);

        COGNITO.put("clock", "{\"offsetSeconds\": 172800}");

        UserImportJobType expired = IMPORTS.describe(job);
        assertThat(expired.status()).isEqualTo(UserImportJobStatusType.EXPIRED);
        assertThat(expired.completionMessage()).isEqualTo("The user import job has expired.");
        assertThat(expired.completionDate()).isNotNull();
        assertThat(expired.startDate()).isNull();
        assertThat(refusal(() -> IMPORTS.start(job))).startsWith("PreconditionNotMetException");
    }

    /** AWS documents the password hashes for pools that it has moved, and says that others do not have them. */
    @Test
    void passwordsAreNotImported() {
        String pool = IMPORTS.newPool();
        assertThat(refusal(() -> IMPORTS.create(pool, r -> r.jobName("Sp&cial"))))
                .contains("regular expression pattern");
        // the member is newer than the SDK
        String body = "{\"UserPoolId\":\"" + pool + "\",\"JobName\":\"j\",\"CloudWatchLogsRoleArn\":\"" + Imports.ROLE
                + "\",\"PasswordHashingAlgorithm\":\"%s\"}";
        String target = "AWSCognitoIdentityProviderService.CreateUserImportJob";

        assertThat(COGNITO.operation(target, body.formatted("BCRYPT"), "Authorization", "any")
                        .body())
                .contains("InvalidParameterException", "Password hash import is not available");
        assertThat(COGNITO.operation(target, body.formatted("ROT13"), "Authorization", "any")
                        .body())
                .contains("InvalidParameterException", "[BCRYPT, SCRYPT, ARGON2ID, PBKDF2_SHA256]");
    }

    private static String many(String pool, int users) {
        String header = String.join(",", IMPORTS.columns(pool));
        String one =
                IMPORTS.csv(pool, row("someone")).lines().skip(1).findFirst().orElseThrow();
        return IntStream.range(0, users)
                .mapToObj(number -> one.replace("someone", "user" + number))
                .collect(Collectors.joining("\n", header + "\n", ""));
    }
}
