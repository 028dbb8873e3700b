package io.github.cognitoconnector.embedded.cognito.importjob;

import static io.github.cognitoconnector.embedded.cognito.testing.Imports.row;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.contract.Row;
import io.github.cognitoconnector.embedded.cognito.testing.Imports;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserImportJobStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserImportJobType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;

/** Which rows become users. */
@Row(26)
class ImportRowTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Imports IMPORTS = new Imports(COGNITO);
    private static final String POOL = IMPORTS.newPool();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @ParameterizedTest
    @CsvSource({
        "cognito:username, ''",
        "cognito:username, two words",
        "cognito:mfa_enabled, ''",
        "cognito:mfa_enabled, no",
        "cognito:mfa_enabled, TRUE",
        "email_verified, ''",
        "email_verified, FALSE",
        "email_verified, yes",
        "email, ''",
        "email, nowhere",
        "phone_number_verified, TRUE",
        "phone_number_verified, 1",
        "phone_number, 123",
        "birthdate, 1985-02-01",
        "birthdate, 02/30/1985",
        "updated_at, yesterday",
        "name, 'one,more'"
    })
    void rowThatBreaksARuleFails(String column, String value) {
        UserImportJobType ended = IMPORTS.run(POOL, IMPORTS.csv(POOL, row("grace", column, value)));

        assertThat(ended.status()).isEqualTo(UserImportJobStatusType.FAILED);
        assertThat(ended.failedUsers()).isEqualTo(1);
        assertThat(ended.completionMessage()).startsWith("Too many users");
    }

    @ParameterizedTest
    @CsvSource({
        "cognito:mfa_enabled, false",
        "email_verified, true",
        "email_verified, True",
        "phone_number_verified, FALSE",
        "birthdate, 02/01/1985",
        "updated_at, 1471453471",
        "name, ' Grace '",
        "name, 'Grace\\, Admiral'",
        "name, '\"Grace\"'"
    })
    void rowThatKeepsTheRulesIsImported(String column, String value) {
        String pool = IMPORTS.newPool();

        UserImportJobType ended = IMPORTS.run(pool, IMPORTS.csv(pool, row("grace", column, value)));

        assertThat(ended.importedUsers()).isEqualTo(1);
    }

    @Test
    void flagsAreKeptInTheWordsOfCognitoAndTextsAsTheyAre() {
        String pool = IMPORTS.newPool();
        IMPORTS.run(
                pool,
                IMPORTS.csv(
                        pool, row("grace", "phone_number_verified", "FALSE", "nickname", "\"G\"", "name", "a\\b\\,c")));

        assertThat(toMap(user(pool, "grace").userAttributes()))
                .containsEntry("email_verified", "true")
                .containsEntry("phone_number_verified", "false")
                .containsEntry("nickname", "\"G\"")
                .containsEntry("name", "a\\b,c");
    }

    @Test
    void oneOfThePoolsAutoVerifiedAttributesHasToBeVerified() {
        String pool = IMPORTS.newPool();
        Imports.Line byPhone = row(
                "grace", "email_verified", "FALSE", "phone_number", "+12345550100", "phone_number_verified", "TRUE");
        assertThat(IMPORTS.run(pool, IMPORTS.csv(pool, byPhone)).failedUsers()).isEqualTo(1);

        String either = IMPORTS.newPool(r -> withSms(r).autoVerifiedAttributesWithStrings("email", "phone_number"));

        assertThat(IMPORTS.run(either, IMPORTS.csv(either, byPhone)).importedUsers())
                .isEqualTo(1);
    }

    @Test
    void schemaIsKept() {
        String pool = IMPORTS.newPool(r -> r.schema(
                SchemaAttributeType.builder().name("locale").required(true).build(),
                SchemaAttributeType.builder()
                        .name("plan")
                        .attributeDataType(AttributeDataType.STRING)
                        .stringAttributeConstraints(c -> c.maxLength("4"))
                        .build()));

        UserImportJobType ended = IMPORTS.run(
                pool,
                IMPORTS.csv(
                        pool,
                        row("ada", "locale", "de", "custom:plan", "free"),
                        row("eve", "locale", "de"),
                        row("bob"),
                        row("joe", "locale", "de", "custom:plan", "gratis")));

        assertThat(ended.importedUsers()).isEqualTo(2);
        assertThat(ended.failedUsers()).isEqualTo(2);
        assertThat(toMap(user(pool, "ada").userAttributes())).containsEntry("custom:plan", "free");
    }

    @Test
    void rowHasSixteenThousandCharactersAtMost() {
        String csv = IMPORTS.csv(POOL, row("long"));
        int length = csv.lines().skip(1).findFirst().orElseThrow().length();
        String atMost = csv.strip() + " ".repeat(16_000 - length);

        assertThat(IMPORTS.run(POOL, atMost + " ").failedUsers()).isEqualTo(1);
        assertThat(IMPORTS.run(POOL, atMost).importedUsers()).isEqualTo(1);
    }

    @Test
    void fileHasHalfAMillionUsersAtMost() {
        String header = IMPORTS.csv(POOL);

        UserImportJobType tooMany = IMPORTS.run(POOL, header + "x\n".repeat(ImportRun.MAX_USERS + 1));

        assertThat(tooMany.status()).isEqualTo(UserImportJobStatusType.FAILED);
        assertThat(tooMany.completionMessage()).isEqualTo("The CSV file has more than 500000 users.");
        assertThat(tooMany.failedUsers()).isZero();
    }

    @Test
    void poolOfAddressesTakesAddresses() {
        String pool = IMPORTS.newPool(r -> r.usernameAttributes(UsernameAttributeType.EMAIL));
        COGNITO.newUser(pool, "old@example.com");
        Imports.Line address = row("ada@example.com", "email", "ada@example.com");
        Imports.Line old = row("old@example.com", "email", "old@example.com");

        UserImportJobType ended = IMPORTS.run(pool, IMPORTS.csv(pool, address, old, row("ada")));

        assertThat(ended.importedUsers()).isEqualTo(1);
        assertThat(ended.skippedUsers()).isEqualTo(1);
        assertThat(ended.failedUsers()).isEqualTo(1);
        AdminGetUserResponse ada = user(pool, "ada@example.com");
        assertThat(toMap(ada.userAttributes()))
                .containsEntry("sub", ada.username())
                .containsEntry("email", "ada@example.com");
    }

    @Test
    void aliasOfSomebodyElseIsNotTaken() {
        String pool = IMPORTS.newPool(r -> r.aliasAttributes(AliasAttributeType.EMAIL));
        COGNITO.newUser(pool, "ada", attribute("email", "a@example.com"), attribute("email_verified", "true"));

        UserImportJobType ended = IMPORTS.run(
                pool, IMPORTS.csv(pool, row("bob", "email", "a@example.com"), row("eve"), row("x@example.com")));

        assertThat(ended.importedUsers()).isEqualTo(1);
        assertThat(ended.failedUsers()).isEqualTo(2);
        assertThat(user(pool, "a@example.com").username()).isEqualTo("ada");
        assertThat(user(pool, "eve@example.com").username()).isEqualTo("eve");
    }

    @Test
    void secondFactorFollowsThePool() {
        String optional = IMPORTS.newPool(r -> withSms(r).mfaConfiguration("OPTIONAL"));
        String on = IMPORTS.newPool(r -> withSms(r).mfaConfiguration("ON"));
        Imports.Line with = row("ada", "cognito:mfa_enabled", "TRUE", "phone_number", "+12345550100");

        assertThat(IMPORTS.run(optional, IMPORTS.csv(optional, with, row("bob")))
                        .importedUsers())
                .isEqualTo(2);
        assertThat(user(optional, "ada").userMFASettingList()).containsExactly("SMS_MFA");
        assertThat(user(optional, "bob").userMFASettingList()).isEmpty();
        UserImportJobType required = IMPORTS.run(on, IMPORTS.csv(on, with, row("bob")));
        assertThat(required.importedUsers()).isEqualTo(1);
        assertThat(required.failedUsers()).isEqualTo(1);
    }

    /** AWS's guide: who can sign in without a password has none to reset. */
    @Test
    void userOfAPasswordlessPoolIsConfirmed() {
        String pool = IMPORTS.newPool(r -> r.emailConfiguration(e -> e.emailSendingAccount("DEVELOPER")
                        .sourceArn("arn:aws:ses:eu-central-1:123456789012:identity/example.com"))
                .policies(p -> p.signInPolicy(s -> s.allowedFirstAuthFactorsWithStrings("PASSWORD", "EMAIL_OTP"))));

        IMPORTS.run(pool, IMPORTS.csv(pool, row("ada")));

        assertThat(user(pool, "ada").userStatus()).isEqualTo(UserStatusType.CONFIRMED);
    }

    private static CreateUserPoolRequest.Builder withSms(CreateUserPoolRequest.Builder pool) {
        return pool.smsConfiguration(
                s -> s.snsCallerArn("arn:aws:iam::123456789012:role/sms").externalId("x"));
    }

    private static AdminGetUserResponse user(String pool, String username) {
        return SDK.adminGetUser(r -> r.userPoolId(pool).username(username));
    }
}
