package io.github.cognitoconnector.user;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;

/** Cognito fails at each step of a create. */
@QuarkusTest
class CreateUserFailureTest {

    private static final String USERS = DEMO + "/users";

    private final String name = unique("user-");

    @AfterEach
    void heal() {
        Cognito.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "TooManyRequestsException, 429, throttled",
        "LimitExceededException, 429, throttled",
        "InternalErrorException, 503, upstream-unavailable",
        "HTTP_500, 503, upstream-unavailable",
        "RESET, 503, upstream-unavailable",
        "TRUNCATED, 503, upstream-unavailable",
        "BLACKHOLE, 504, upstream-timeout",
        "AccessDeniedException, 502, credentials-rejected",
        "UnrecognizedClientException, 502, credentials-rejected",
        "ExpiredTokenException, 502, credentials-rejected",
        "UserLambdaValidationException, 422, validation-failed",
        "SomethingNewException, 502, upstream-failed"
    })
    void everyFailureHasItsProblem(String error, int status, String code) {
        Cognito.faults("[{\"operation\": \"AdminCreateUser\", \"error\": \"%s\"}]".formatted(error));
        create().spec(problem(status, code)).body("upstream.service", notNullValue());
        Cognito.reset();
        exists(404);
    }

    @Test
    void throttlingSaysWhenToTryAgain() {
        Cognito.faults("[{\"operation\": \"AdminCreateUser\", \"error\": \"TooManyRequestsException\"}]");
        create().spec(problem(429, "throttled")).header("Retry-After", notNullValue());
    }

    @Test
    void aPassingFailureIsRetried() {
        Cognito.faults("[{\"operation\": \"AdminCreateUser\", \"error\": \"InternalErrorException\", \"times\": 1}]");
        create().statusCode(201);
        assertThat(Cognito.calls("AdminCreateUser")).isEqualTo(2);
    }

    @Test
    void aUserWhoseGroupFailedIsRemovedAgain() {
        Cognito.faults("[{\"operation\": \"AdminAddUserToGroup\", \"error\": \"InvalidParameterException\"}]");
        create().spec(problem(422, "validation-failed"));
        Cognito.reset();
        exists(404);
    }

    @Test
    void aUserWhoCouldNotBeRemovedIsReported() {
        Cognito.faults("""
                [{"operation": "AdminAddUserToGroup", "error": "InvalidParameterException"},
                 {"operation": "AdminDeleteUser", "error": "InvalidParameterException"}]""");
        create().spec(problem(502, "partial-write")).body("detail", allOf(containsString(name), containsString("[]")));
        Cognito.reset();
        exists(200);
    }

    @Test
    void aUserWhoseMessageFailedIsMadeWithAWarning() {
        Cognito.faults("""
                [{"operation": "AdminCreateUser", "error": "CodeDeliveryFailureException", "afterEffect": true}]""");
        create().statusCode(201)
                .body("warnings[0]", containsString("invitation"))
                .body("groups", equalTo(List.of("demo")));
        isInTheGroup();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESET", "HTTP_500", "TRUNCATED"})
    void aUserMadeByATryWhoseAnswerWasLostIsFoundAgain(String error) {
        Cognito.faults("""
                [{"operation": "AdminCreateUser", "error": "%s", "afterEffect": true, "times": 1}]""".formatted(error));
        String password = create().statusCode(201).extract().path("temporaryPassword");
        isInTheGroup();
        signsIn(password);
    }

    /** No try was answered, so that the service has to look. */
    @ParameterizedTest
    @ValueSource(strings = {"RESET", "HTTP_500", "BLACKHOLE", "TRUNCATED"})
    void aUserMadeWithoutAnyAnswerIsFoundAgain(String error) {
        Cognito.faults(
                "[{\"operation\": \"AdminCreateUser\", \"error\": \"%s\", \"afterEffect\": true}]".formatted(error));
        String password = create().statusCode(201).extract().path("temporaryPassword");
        isInTheGroup();
        signsIn(password);
    }

    /** Cognito has been seen not to know yet whom it has just made. */
    @Test
    void aUserWhoIsNotFoundAtOnceIsAddedInTheEnd() {
        Cognito.faults(
                "[{\"operation\": \"AdminAddUserToGroup\", \"error\": \"UserNotFoundException\", \"times\": 2}]");
        create().statusCode(201);
        isInTheGroup();
    }

    @Test
    void aUserWhoIsNeverFoundIsNotACallersMistake() {
        Cognito.faults("[{\"operation\": \"AdminAddUserToGroup\", \"error\": \"UserNotFoundException\"}]");
        create().spec(problem(502, "upstream-failed"));
        Cognito.reset();
        exists(404);
        Cognito.faults("""
                [{"operation": "AdminAddUserToGroup", "error": "UserNotFoundException"},
                 {"operation": "AdminDeleteUser", "error": "UserNotFoundException"}]""");
        create().spec(problem(502, "partial-write")).body("detail", containsString(name));
    }

    /** No such answer comes after the effect, as far as anybody knows; if one does, he is not left unreported. */
    @ParameterizedTest
    @ValueSource(strings = {"TooManyRequestsException", "InvalidParameterException"})
    void aUserMadeInSpiteOfARefusalIsReported(String error) {
        Cognito.faults("[{\"operation\": \"AdminCreateUser\", \"error\": \"%s\", \"afterEffect\": true, \"times\": 3}]"
                .formatted(error));
        var answer = create().extract();
        assertThat(answer.<String>path("code")).isEqualTo("partial-write");
        assertThat(answer.<String>path("detail")).contains(name);
        exists(200);
    }

    @Test
    void aUserWhoIsSomebodyElsesIsNotTaken() {
        json(Tokens.demo(), "{\"username\": \"" + name + "\", \"attributes\": {\"nickname\": \"x\"}}")
                .post(USERS)
                .then()
                .statusCode(201);
        Cognito.faults("[{\"operation\": \"AdminCreateUser\", \"error\": \"InternalErrorException\", \"times\": 1}]");
        create().spec(problem(409, "user-exists"));
        Cognito.faults("[{\"operation\": \"AdminCreateUser\", \"error\": \"InternalErrorException\"}]");
        create().spec(problem(503, "upstream-unavailable"));
    }

    /** Whatever fails in whatever way, he is there with his group, or is not there, or the answer tells of him. */
    @ParameterizedTest
    @MethodSource("steps")
    void nobodyIsLeftWithoutHisGroupUnreported(String operation, String error, boolean afterEffect, int times) {
        Cognito.faults("[{\"operation\": \"%s\", \"error\": \"%s\", \"afterEffect\": %s, \"times\": %d}]"
                .formatted(operation, error, afterEffect, times));
        var answer = create().extract();
        Cognito.reset();
        if (answer.statusCode() == 201) {
            isInTheGroup();
        } else if ("partial-write".equals(answer.path("code"))) {
            assertThat(answer.<String>path("detail")).contains(name);
        } else {
            exists(404);
        }
    }

    static Stream<Arguments> steps() {
        return Stream.of("AdminCreateUser", "AdminAddUserToGroup", "AdminGetUser")
                .flatMap(operation -> Stream.of("RESET", "InvalidParameterException")
                        .flatMap(error -> Stream.of(1, 3).map(n -> Arguments.of(operation, error, true, n))));
    }

    @Test
    void anOlderUserIsNobodysPartialWrite() {
        Cognito.moveClock(-3600);
        create().statusCode(201);
        Cognito.reset();
        Cognito.faults("[{\"operation\": \"AdminCreateUser\", \"error\": \"InternalErrorException\", \"times\": 1}]");
        create().spec(problem(409, "user-exists"));
    }

    @Test
    void aUserDeletedByATryWhoseAnswerWasLostIsDeleted() {
        create().statusCode(201);
        Cognito.faults("""
                [{"operation": "AdminDeleteUser", "error": "RESET", "afterEffect": true, "times": 1}]""");
        as(Tokens.demo()).delete(USERS + "/" + name + "?force=true").then().statusCode(204);
        exists(404);
    }

    @Test
    void nothingThatCognitoSaysIsRepeated() {
        Cognito.faults("[{\"operation\": \"AdminCreateUser\", \"error\": \"InvalidParameterException\"}]");
        create().body("detail", not(containsString("Injected"))).body("detail", not(containsString("fault")));
    }

    private ValidatableResponse create() {
        return json(Tokens.demo(), "{\"username\": \"" + name + "\", \"groups\": [\"demo\"]}")
                .post(USERS)
                .then();
    }

    private void isInTheGroup() {
        as(Tokens.demo()).get(USERS + "/" + name + "/groups").then().body("items.name", equalTo(List.of("demo")));
    }

    private void signsIn(String password) {
        Cognito.reset();
        String client = Cognito.newClient(Cognito.DEMO_POOL).clientId();
        assertThat(Cognito.sdk()
                        .initiateAuth(r -> r.clientId(client)
                                .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                                .authParameters(Map.of("USERNAME", name, "PASSWORD", password)))
                        .challengeName())
                .isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);
    }

    private void exists(int status) {
        as(Tokens.demo()).get(USERS + "/" + name).then().statusCode(status);
    }
}
