package io.github.cognitoconnector.embedded.cognito.control;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.DEMO;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoconnector.contract.Row;
import io.github.cognitoconnector.embedded.cognito.DeclaredOperations;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Member;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

class ControlDoorTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    private static final String JWKS = "/us-east-1_demo/.well-known/jwks.json";

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    @Test
    void codeIsAnsweredAsOftenAsAskedFor() {
        fault("{\"operation\":\"AdminGetUser\",\"error\":\"UserNotFoundException\",\"times\":1}");

        assertThat(refusal(this::getAda)).startsWith("UserNotFoundException");
        getAda();
    }

    @Test
    void faultsStrikeInTheirOrder() {
        fault("{\"operation\":\"AdminGetUser\",\"error\":\"FirstException\",\"times\":1},"
                + "{\"operation\":\"AdminGetUser\",\"error\":\"SecondException\"}");

        assertThat(refusal(this::getAda)).startsWith("FirstException");
        assertThat(refusal(this::getAda)).startsWith("SecondException");
        assertThat(refusal(this::getAda)).startsWith("SecondException");
    }

    @Test
    void rateOfZeroStrikesNever() {
        fault("{\"operation\":\"AdminGetUser\",\"error\":\"RESET\",\"rate\":0}");

        getAda();
    }

    /** The creation fails and has happened. */
    @Test
    @Row(7)
    void operationIsCarriedOutBeforeItFails() {
        String user = unique("user");
        fault(
                "{\"operation\":\"AdminCreateUser\",\"error\":\"CodeDeliveryFailureException\",\"afterEffect\":true,\"times\":1}");

        assertThat(refusal(() -> COGNITO.newUser(DEMO, user))).startsWith("CodeDeliveryFailureException");
        assertThat(refusal(() -> COGNITO.newUser(DEMO, user))).startsWith("UsernameExistsException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESET", "TRUNCATED"})
    void connectionBreaks(String error) {
        fault("{\"operation\":\"AdminGetUser\",\"error\":\"" + error + "\",\"times\":1}");

        assertThatThrownBy(this::getAda).isInstanceOf(SdkClientException.class);
        getAda();
    }

    @Test
    void resetIsAResetAndNotAnEnd() {
        fault("{\"operation\":\"AdminGetUser\",\"error\":\"RESET\",\"times\":1}");

        assertThatThrownBy(this::getAda).hasStackTraceContaining("Connection reset");
    }

    @Test
    void blackHoleNeverAnswers() {
        fault("{\"operation\":\"AdminGetUser\",\"error\":\"BLACKHOLE\",\"times\":1}");

        assertThatThrownBy(() -> SDK.adminGetUser(r -> r.userPoolId(DEMO)
                        .username("ada")
                        .overrideConfiguration(c -> c.apiCallTimeout(Duration.ofMillis(300)))))
                .isInstanceOf(SdkClientException.class);
    }

    @Test
    void serverErrorIsNoneOfCognitosOwn() {
        fault("{\"operation\":\"AdminGetUser\",\"error\":\"HTTP_500\",\"times\":1}");

        assertThatThrownBy(this::getAda)
                .isInstanceOfSatisfying(
                        CognitoIdentityProviderException.class,
                        e -> assertThat(e.statusCode()).isEqualTo(500));
    }

    @ParameterizedTest
    @CsvSource({"InternalErrorException,500", "ServiceUnavailable,503", "UnrecognizedClientException,400"})
    void faultOfTheServiceIsNoClientError(String error, int status) {
        fault("{\"operation\":\"AdminGetUser\",\"error\":\"" + error + "\",\"times\":1}");

        assertThatThrownBy(this::getAda)
                .isInstanceOfSatisfying(
                        CognitoIdentityProviderException.class,
                        e -> assertThat(e.statusCode()).isEqualTo(status));
    }

    @Test
    void latencyDelaysAnAnswerThatIsOtherwiseFine() {
        fault("{\"operation\":\"AdminGetUser\",\"latencyMs\":200,\"times\":1}");
        Instant start = Instant.now();

        getAda();

        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @ParameterizedTest
    @CsvSource({"HTML,200,<html>", "REDIRECT,302,''", "BAD_KEYS,200,!not base64!", "HTTP_500,500,<html>"})
    void keySetIsBrokenInItsOwnWays(String error, int status, String body) {
        fault("{\"operation\":\"JWKS\",\"error\":\"" + error + "\",\"times\":1}");

        var broken = COGNITO.get(JWKS);

        assertThat(broken.statusCode()).isEqualTo(status);
        assertThat(broken.body()).contains(body);
        assertThat(COGNITO.get(JWKS).body()).contains("\"RS256\"");
    }

    @Test
    void keySetCanBeHuge() {
        fault("{\"operation\":\"JWKS\",\"error\":\"HUGE\",\"times\":1}");

        assertThat(COGNITO.get(JWKS).body()).hasSizeGreaterThan(30_000_000);
    }

    @Test
    void tokenEndpointAndConfigurationFailToo() {
        fault("{\"operation\":\"Token\",\"error\":\"TooManyRequestsException\"},"
                + "{\"operation\":\"OpenIdConfiguration\",\"error\":\"HTTP_500\"}");

        assertThat(COGNITO.form("grant_type=client_credentials").statusCode()).isEqualTo(429);
        assertThat(COGNITO.get("/us-east-1_demo/.well-known/openid-configuration")
                        .statusCode())
                .isEqualTo(500);
    }

    /** Contract section 1: UserRead and UserList are different quotas. */
    @Test
    void fullQuotaThrottlesItsCategoryOnly() {
        COGNITO.put("quotas", "{\"UserRead\": 0.01}");

        getAda();
        assertThat(refusal(this::getAda)).isEqualTo("TooManyRequestsException: Rate exceeded");
        SDK.listUsers(r -> r.userPoolId(DEMO));
        assertThat(stats("AdminGetUser")).isEqualTo("{\"calls\":2,\"throttled\":1,\"failed\":0}");
    }

    @Test
    void statisticsTellFailuresFromThrottling() {
        COGNITO.reset();
        getAda();
        refusal(() -> SDK.adminGetUser(r -> r.userPoolId(DEMO).username("nobody")));
        fault("{\"operation\":\"AdminGetUser\",\"error\":\"TooManyRequestsException\",\"times\":1}");
        refusal(this::getAda);

        assertThat(stats("AdminGetUser")).isEqualTo("{\"calls\":3,\"throttled\":1,\"failed\":1}");
    }

    @Test
    void clockMovesWhatIsWrittenDown() {
        COGNITO.put("clock", "{\"offsetSeconds\": -7200}");

        assertThat(COGNITO.newUser(DEMO, unique("past")).userCreateDate())
                .isBetween(Instant.now().minusSeconds(7260), Instant.now().minusSeconds(7140));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "faults | {}",
                "faults | nonsense",
                "faults | [1]",
                "faults | [{\"operation\":\"MakeCoffee\",\"error\":\"RESET\"}]",
                "faults | [{\"operation\":\"ListUsers\",\"error\":\"HTML\"}]",
                "faults | [{\"operation\":\"ListUsers\",\"error\":7}]",
                "faults | [{\"operation\":\"ListUsers\",\"error\":\"RESTE\"}]",
                "faults | [{\"operation\":\"ListUsers\",\"error\":\"RESET\",\"times\":0}]",
                "faults | [{\"operation\":\"ListUsers\",\"error\":\"RESET\",\"rate\":2}]",
                "faults | [{\"operation\":\"ListUsers\",\"latencyMs\":-1}]",
                "faults | [{\"operation\":\"ListUsers\",\"afterEffect\":true}]",
                "faults | [{\"operation\":\"ListUsers\",\"typo\":true}]",
                "quotas | {\"UserRead\":-1}",
                "quotas | {\"Nothing\":1}",
                "pages | {\"ListUsers\":0}",
                "pages | {\"AdminGetUser\":1}",
                "staleness | {\"ListUsers\":-1}",
                "staleness | {\"ListGroups\":1}",
                "clock | {}",
                "clock | {\"offsetSeconds\":\"1\"}",
                "clock | []"
            })
    void malformedBodyIsRefusedWithASentence(String door, String body) {
        var response = COGNITO.control("PUT", door, body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Json.parse(response.body()).orElseThrow().path("message").asText())
                .endsWith(".");
    }

    @Test
    void everyListCanHaveShortPages() {
        List<String> lists = DeclaredOperations.all().stream()
                .filter(operation -> operation.input().members().stream()
                        .map(Member::name)
                        .anyMatch(Set.of("NextToken", "PaginationToken")::contains))
                .map(Operation::name)
                .toList();

        assertThat(lists).hasSizeGreaterThan(10).allSatisfy(list -> COGNITO.put("pages", "{\"" + list + "\":1}"));
    }

    @Test
    void unknownDoorIsNotFound() {
        assertThat(COGNITO.control("PUT", "nothing", "{}").statusCode()).isEqualTo(404);
        assertThat(COGNITO.control("DELETE", "faults", "").statusCode()).isEqualTo(404);
        assertThat(COGNITO.get("/nothing").statusCode()).isEqualTo(404);
    }

    private static void fault(String faults) {
        COGNITO.put("faults", "[" + faults + "]");
    }

    private void getAda() {
        assertThat(SDK.adminGetUser(r -> r.userPoolId(DEMO).username("ada")).username())
                .isEqualTo("ada");
    }

    private static String stats(String operation) {
        return Json.parse(COGNITO.control("GET", "stats", "").body())
                .orElseThrow()
                .path(operation)
                .toString();
    }
}
