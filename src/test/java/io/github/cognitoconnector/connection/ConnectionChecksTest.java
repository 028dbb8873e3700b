package io.github.cognitoconnector.connection;

import static io.github.cognitoconnector.connection.TestedApp.check;
import static io.github.cognitoconnector.connection.TestedApp.path;
import static io.github.cognitoconnector.connection.TestedApp.test;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the checks of Cognito's operations say. */
@QuarkusTest
class ConnectionChecksTest {

    private static final String FAILING_COGNITO =
            "checks.findAll { it.action.startsWith('cognito-idp:') && !it.ok }.action";
    private static final String POOL_CHECK = CognitoAction.DESCRIBE_USER_POOL.iam();

    @BeforeEach
    @AfterEach
    void heal() {
        Cognito.reset();
    }

    @Test
    void everyOperationIsAskedOnceAndFoundAllowed() {
        test("demo")
                .header("Cache-Control", "no-store")
                .body(FAILING_COGNITO, equalTo(List.of()))
                .body(
                        "checks.action.findAll { it.startsWith('cognito-idp:') }",
                        equalTo(actions(EnumSet.allOf(CognitoAction.class))));
        for (CognitoAction action : CognitoAction.values()) {
            assertThat(Cognito.calls(action.operation())).as(action.iam()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDeniedOperationIsNamedWithWhatToDo(CognitoAction denied) {
        fail(denied, "AccessDeniedException");
        ValidatableResponse answer = test("demo");
        answer.body("ok", equalTo(false))
                .body(FAILING_COGNITO, equalTo(List.of(denied.iam())))
                .body(check(denied.iam(), "problem.code"), equalTo("credentials-rejected"))
                .body(
                        check(denied.iam(), "problem.detail"),
                        startsWith("Allow " + denied.iam() + " on arn:aws:cognito-idp:us-east-1:"))
                .body(
                        check(denied.iam(), "problem.detail"),
                        endsWith(":userpool/us-east-1_demo, for instance with " + denied.policy() + "."))
                .body(check(denied.iam(), "problem.upstream.code"), equalTo("AccessDeniedException"))
                .body(check(denied.iam(), "problem.instance"), nullValue())
                .body(not(containsString("A fault was asked for")));
        Set<CognitoAction> asked = EnumSet.allOf(CognitoAction.class);
        if (denied == CognitoAction.LIST_GROUPS) {
            asked.remove(CognitoAction.CREATE_GROUP);
        }
        answer.body("checks.action.findAll { it.startsWith('cognito-idp:') }", equalTo(actions(asked)));
    }

    @Test
    void aPoolThatDoesNotExistEndsTheTest() {
        String app = TestedApp.on("us-east-1_missing", "{\"type\": \"DEFAULT\"}");
        test(app)
                .body("ok", equalTo(false))
                .body(check(POOL_CHECK, "problem.code"), equalTo("upstream-failed"))
                .body(
                        check(POOL_CHECK, "problem.detail"),
                        startsWith("There is no user pool us-east-1_missing in us-east-1 "))
                .body(FAILING_COGNITO, equalTo(actions(EnumSet.allOf(CognitoAction.class))));
        assertOnlyThePoolWasAskedFor();
    }

    @ParameterizedTest
    @CsvSource({"UnrecognizedClientException", "InvalidSignatureException", "ExpiredTokenException"})
    void credentialsThatAwsDoesNotTakeEndTheTest(String code) {
        fail(CognitoAction.DESCRIBE_USER_POOL, code);
        test("demo")
                .body("ok", equalTo(false))
                .body(FAILING_COGNITO, equalTo(actions(EnumSet.allOf(CognitoAction.class))))
                .body(
                        "checks.findAll { it.action.startsWith('cognito-idp:') }.problem.code",
                        everyItem(equalTo("credentials-rejected")))
                .body(check("cognito-idp:CreateGroup", "problem.upstream.code"), equalTo(code));
        assertOnlyThePoolWasAskedFor();
    }

    @ParameterizedTest
    @CsvSource({
        "LIST_USERS, TooManyRequestsException, throttled, true",
        "GET_GROUP, RESET, upstream-unavailable, true",
        "ADMIN_GET_USER, HTTP_500, upstream-unavailable, true",
        "ADMIN_ENABLE_USER, OperationNotEnabledException, upstream-failed, false"
    })
    void whatAwsDoesNotSayIsNoReasonToStop(CognitoAction action, String error, String code, boolean retryable) {
        fail(action, error);
        test("demo")
                .body("ok", equalTo(false))
                .body(FAILING_COGNITO, equalTo(List.of(action.iam())))
                .body(check(action.iam(), "problem.code"), equalTo(code))
                .body(check(action.iam(), "problem.retryable"), equalTo(retryable));
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN_CREATE_USER, UserLambdaValidationException",
        "ADMIN_CREATE_USER, UnexpectedLambdaException",
        "ADMIN_GET_USER, InvalidParameterException",
        "ADMIN_DELETE_USER, NotAuthorizedException",
        "GET_GROUP, ResourceNotFoundException"
    })
    void whatOnlyAnAllowedCallIsToldProvesThatItIsAllowed(CognitoAction action, String error) {
        fail(action, error);
        test("demo").body(FAILING_COGNITO, equalTo(List.of()));
    }

    @Test
    void aHangingCognitoEndsTheTestInTime() {
        Cognito.faults("""
                [{"operation": "AdminGetUser", "error": "BLACKHOLE"}, {"operation": "ListUsers", "error": "BLACKHOLE"}]""");
        test("demo")
                .body(check(POOL_CHECK, "ok"), equalTo(true))
                .body(check("cognito-idp:AdminGetUser", "problem.code"), equalTo("upstream-timeout"))
                .body(check("cognito-idp:ListUsers", "problem.upstream.service"), equalTo("cognito-idp"))
                .body(check("cognito-idp:AdminDeleteUser", "problem.code"), equalTo("upstream-timeout"))
                .body(check("cognito-idp:AdminDeleteUser", "problem.detail"), startsWith("It was not asked"));
        assertThat(Cognito.calls("AdminDeleteUser")).isZero();
    }

    @Test
    void isForThePlatformOnly() {
        given().post(path("demo")).then().spec(problem(401, "unauthenticated"));
        as(Tokens.demo()).post(path("demo")).then().spec(problem(403, "forbidden"));
        as(Tokens.withScopes("apps.admin")).post(path("demo")).then().spec(problem(403, "forbidden"));
        as(Tokens.other()).post(path("demo")).then().spec(problem(404, "app-not-found"));
        as(Tokens.platform()).post(path("no-such-app")).then().spec(problem(404, "app-not-found"));
        as(Tokens.platform()).get(path("demo")).then().spec(problem(405, "method-not-allowed"));
        assertThat(Cognito.calls("DescribeUserPool")).isZero();
    }

    private static void fail(CognitoAction action, String error) {
        Cognito.faults("[{\"operation\": \"%s\", \"error\": \"%s\"}]".formatted(action.operation(), error));
    }

    private static void assertOnlyThePoolWasAskedFor() {
        assertThat(Cognito.calls("DescribeUserPool")).isEqualTo(1);
        assertThat(Stream.of(CognitoAction.values()).filter(a -> a != CognitoAction.DESCRIBE_USER_POOL))
                .allMatch(action -> Cognito.calls(action.operation()) == 0);
    }

    private static List<String> actions(Set<CognitoAction> actions) {
        return actions.stream().map(CognitoAction::iam).toList();
    }
}
