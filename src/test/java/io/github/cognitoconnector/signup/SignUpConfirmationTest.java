package io.github.cognitoconnector.signup;

import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a sign-up that is broken off between Cognito's confirmation and the last default group. */
@QuarkusTest
class SignUpConfirmationTest {

    private Visitors visitors = new Visitors("", "", "");
    private String name = "";

    @BeforeEach
    void signUp() {
        Cognito.reset();
        visitors = Visitors.of(r -> {}, "\"defaultGroups\": [\"shoppers\", \"readers\"]");
        name = unique("v-");
        visitors.signUp(name).statusCode(201);
    }

    @AfterEach
    void heal() {
        Cognito.reset();
    }

    @Test
    void aRepeatGivesTheGroupsThatAreMissing() throws SQLException {
        String code = visitors.code(name);
        Cognito.faults("[{\"operation\": \"AdminAddUserToGroup\", \"error\": \"AccessDeniedException\"}]");
        visitors.confirm(name, code).spec(problem(502, "partial-write"));
        visitors.user(name).body("status", equalTo("CONFIRMED"));
        assertThat(underWay()).isEqualTo(1);
        Cognito.faults("[]");
        visitors.confirm(name, code).statusCode(204);
        visitors.groups(name).body("items.name.sort()", equalTo(List.of("readers", "shoppers")));
        assertThat(underWay()).isZero();
    }

    /** The reply is lost; the SDK asks again, and is told that the user is confirmed. */
    @Test
    void aConfirmationWhoseAnswerIsLostIsOne() throws SQLException {
        Cognito.faults(
                "[{\"operation\": \"ConfirmSignUp\", \"error\": \"RESET\", \"afterEffect\": true, \"times\": 1}]");
        visitors.confirm(name, visitors.code(name)).statusCode(204);
        visitors.groups(name).body("items.name.sort()", equalTo(List.of("readers", "shoppers")));
        assertThat(underWay()).isZero();
    }

    /** Nor does anybody who was taken out of the groups come back by it. */
    @Test
    void whoeverIsConfirmedIsNotConfirmedAgain() throws SQLException {
        String code = visitors.code(name);
        visitors.confirm(name, code).statusCode(204);
        Cognito.sdk()
                .adminRemoveUserFromGroup(
                        r -> r.userPoolId(visitors.pool()).username(name).groupName("shoppers"));
        visitors.confirm(name, code).spec(problem(422, "validation-failed"));
        visitors.groups(name).body("items.name", equalTo(List.of("readers")));
        assertThat(underWay()).isZero();
    }

    @Test
    void aWrongCodeGivesNothingAndLeavesNothing() throws SQLException {
        String code = visitors.code(name);
        visitors.confirm(name, "x" + code)
                .spec(problem(422, "validation-failed"))
                .body("errors.pointer", equalTo(List.of("/code")));
        visitors.groups(name).body("items", equalTo(List.of()));
        visitors.confirm("nobody", code).spec(problem(422, "validation-failed"));
        assertThat(underWay()).isZero();
        visitors.confirm(name, code).statusCode(204);
    }

    @Test
    void anotherCodeTakesThePlaceOfTheFirst() {
        String first = visitors.code(name);
        visitors.resend(name).statusCode(204);
        String second = visitors.code(name);
        if (!first.equals(second)) {
            visitors.confirm(name, first).spec(problem(422, "validation-failed"));
        }
        visitors.confirm(name, second).statusCode(204);
    }

    @Test
    void anExpiredCodeIsAWrongOne() {
        String code = visitors.code(name);
        Cognito.moveClock(25 * 60 * 60);
        visitors.confirm(name, code)
                .spec(problem(422, "validation-failed"))
                .body("errors.pointer", equalTo(List.of("/code")));
    }

    @Test
    void aDisabledUserIsNotConfirmed() throws SQLException {
        Cognito.sdk().adminDisableUser(r -> r.userPoolId(visitors.pool()).username(name));
        visitors.confirm(name, visitors.code(name)).spec(problem(422, "validation-failed"));
        assertThat(underWay()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "TooManyRequestsException, 429, throttled",
        "RESET, 503, upstream-unavailable",
        "BLACKHOLE, 504, upstream-timeout",
        "AliasExistsException, 409, alias-exists"
    })
    void anUpstreamFailureIsAProblem(String error, int status, String code) {
        Cognito.faults("[{\"operation\": \"ConfirmSignUp\", \"error\": \"%s\"}]".formatted(error));
        visitors.confirm(name, "1").spec(problem(status, code));
    }

    private int underWay() throws SQLException {
        try (Connection connection = Database.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from sign_up_confirmation where app_id = '"
                        + visitors.app().substring("/v1/apps/".length()) + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
