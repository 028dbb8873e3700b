package io.github.cognitoconnector.signup;

import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.RawHttp;
import io.github.cognitoconnector.testing.RawHttp.Answer;
import io.github.cognitoconnector.testing.RawHttp.Request;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreventUserExistenceErrorTypes;

/**
 * Nobody learns by signing up who has an account: names that somebody has and names that nobody has are asked about alike,
 * and the answers are the same to the last byte but for the name itself and the time.
 */
@QuarkusTest
class SignUpSecrecyTest {

    private static final List<String> PUBLIC =
            List.of("SignUp", "ConfirmSignUp", "ResendConfirmationCode", "AdminGetUser", "AdminAddUserToGroup");

    @BeforeEach
    @AfterEach
    void heal() {
        Cognito.reset();
    }

    /** Who may be asked about, and the pool that they are in. */
    private record Case(Visitors visitors, String known, String unknown) {}

    /** What somebody is whom the pool knows. */
    enum Who {
        CONFIRMED,
        UNCONFIRMED,
        DISABLED
    }

    private static Case of(Who who, boolean byEmail, PreventUserExistenceErrorTypes hiding) {
        Visitors visitors = Visitors.of(
                r -> r.usernameAttributesWithStrings(byEmail ? List.of("email") : List.of()),
                "\"defaultGroups\": [\"shoppers\"]");
        String pool = visitors.pool();
        Cognito.sdk()
                .updateUserPoolClient(
                        r -> r.userPoolId(pool).clientId(visitors.client()).preventUserExistenceErrors(hiding));
        String domain = byEmail ? "@example.com" : "";
        String known = unique("name-") + domain;
        visitors.signUp(body(known), 201);
        if (who == Who.CONFIRMED) {
            Cognito.sdk().adminConfirmSignUp(r -> r.userPoolId(pool).username(known));
        } else if (who == Who.DISABLED) {
            Cognito.sdk().adminDisableUser(r -> r.userPoolId(pool).username(known));
        }
        return new Case(visitors, known, unique("name-") + domain);
    }

    private static String body(String name) {
        return Visitors.body(name).replaceFirst("\"email\": \"[^\"]+\"", "\"email\": \"" + address(name) + '"');
    }

    private static String address(String name) {
        return name.contains("@") ? name : name + "@example.com";
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIRMED, false, ENABLED",
        "CONFIRMED, false, LEGACY",
        "CONFIRMED, true, ENABLED",
        "CONFIRMED, true, LEGACY",
        "UNCONFIRMED, false, ENABLED",
        "UNCONFIRMED, false, LEGACY",
        "UNCONFIRMED, true, ENABLED",
        "UNCONFIRMED, true, LEGACY",
        "DISABLED, false, ENABLED",
        "DISABLED, false, LEGACY",
        "DISABLED, true, ENABLED",
        "DISABLED, true, LEGACY"
    })
    void knownAndUnknownLookAlike(Who who, boolean byEmail, PreventUserExistenceErrorTypes hiding) {
        Case asked = of(who, byEmail, hiding);
        for (Map.Entry<String, String> request : requests(asked).entrySet()) {
            String path = request.getKey();
            Seen known = ask(asked.visitors, path, request.getValue(), asked.known);
            Seen unknown = ask(asked.visitors, path, request.getValue(), asked.unknown);
            assertThat(known.answer).as(path).isEqualTo(unknown.answer);
            assertThat(known.answer.status()).as(path).isEqualTo(status(path));
            assertThat(known.calls).as("upstream calls of " + path).isEqualTo(unknown.calls);
        }
    }

    /** Sign-ups come last, since they make who is unknown known. */
    private static Map<String, String> requests(Case asked) {
        Map<String, String> requests = new TreeMap<>();
        requests.put("/NAME/confirm", "{\"code\": \"000000\"}");
        requests.put("/NAME/resend", "");
        String body = body(asked.known).replace(asked.known, "NAME");
        requests.put("?x=2", body.replace(Visitors.PASSWORD, "no-upper-case-42"));
        requests.put("?x=3", body.replace("\"attributes\": {", "\"attributes\": {\"nonsense\": \"x\", "));
        requests.put("?x=4", body.replace("\"attributes\": {", "\"attributes\": {\"email_verified\": \"true\", "));
        requests.put("?x=5", body.replace("\"attributes\": {", "\"attributes\": {\"birthdate\": \"x\", "));
        requests.put("?x=6", body);
        return requests;
    }

    private static int status(String path) {
        return switch (path) {
            case "?x=6" -> 201;
            case "/NAME/resend" -> 204;
            default -> 422;
        };
    }

    private record Seen(Answer answer, Map<String, Integer> calls) {}

    private static Seen ask(Visitors visitors, String path, String body, String name) {
        Map<String, Integer> before = calls();
        Answer answer = RawHttp.send(new Request(
                "POST",
                visitors.path() + path.replaceFirst("\\?.*", "").replace("NAME", RawHttp.encoded(name)),
                Map.of(),
                Map.of("Authorization", "Bearer " + Tokens.platform(), "Content-Type", "application/json"),
                body.isEmpty() ? Optional.empty() : Optional.of(json(body.replace("NAME", name)))));
        Map<String, Integer> made = new TreeMap<>();
        calls().forEach((operation, count) -> made.put(operation, count - before.getOrDefault(operation, 0)));
        return new Seen(
                answer.reworded(text -> text.replace(name, "NAME")
                        .replace(RawHttp.encoded(name), "NAME")
                        .replaceAll("\"expiresAt\":\"[0-9TZ:-]{20}\"", "\"expiresAt\":\"\"")),
                made);
    }

    private static Map<String, Integer> calls() {
        Map<String, Integer> all = Cognito.calls();
        Map<String, Integer> calls = new TreeMap<>();
        PUBLIC.forEach(operation -> calls.put(operation, all.getOrDefault(operation, 0)));
        return calls;
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A code that cannot be sent is the fate of names that nobody has. */
    @Test
    void aCodeThatCannotBeSentIsNotTold() {
        Visitors visitors = Visitors.of(r -> {}, "");
        String unknown = unique("name-");
        Cognito.faults("""
                [{"operation": "SignUp", "error": "CodeDeliveryFailureException", "afterEffect": true},
                 {"operation": "ResendConfirmationCode", "error": "CodeDeliveryFailureException"}]""");
        Answer first = ask(visitors, "", Visitors.body("NAME"), unknown).answer;
        assertThat(first.status()).isEqualTo(201);
        assertThat(ask(visitors, "/NAME/resend", "", unknown).answer.status()).isEqualTo(204);
    }

    /** Who exists is told by nothing that happens to him alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UserNotFoundException",
                "NotAuthorizedException",
                "InvalidParameterException",
                "UserLambdaValidationException",
                "UnexpectedLambdaException",
                "InvalidEmailRoleAccessPolicyException"
            })
    void whatHappensToUsersAloneIsNotToldByAResend(String error) {
        Visitors visitors = Visitors.of(r -> {}, "");
        Cognito.faults("[{\"operation\": \"ResendConfirmationCode\", \"error\": \"%s\"}]".formatted(error));
        visitors.resend(unique("name-")).statusCode(204);
    }

    /** Cognito counts for users alone; our own count is reached first, by whatever name. */
    @Test
    void whoeverIsAskedForTooOftenIsCountedAlike() {
        Visitors visitors = Visitors.of(r -> {}, "");
        String known = unique("name-");
        visitors.signUp(known).statusCode(201);
        String unknown = unique("name-");
        for (int i = 0; i < 2; i++) {
            visitors.resend(known).statusCode(204);
            visitors.resend(unknown).statusCode(204);
        }
        assertThat(withoutTimes(ask(visitors, "/NAME/resend", "", known).answer))
                .isEqualTo(withoutTimes(ask(visitors, "/NAME/resend", "", unknown).answer))
                .matches(answer -> answer.status() == 429 && answer.holds("throttled"));
        for (int i = 0; i < 7; i++) {
            visitors.confirm(known, "000000").statusCode(422);
            visitors.confirm(unknown, "000000").statusCode(422);
        }
        String body = "{\"code\": \"" + visitors.code(known) + "\"}";
        assertThat(withoutTimes(ask(visitors, "/NAME/confirm", body, known).answer))
                .isEqualTo(withoutTimes(ask(visitors, "/NAME/confirm", body, unknown).answer))
                .matches(answer -> answer.status() == 429);
    }

    private static Answer withoutTimes(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers());
        assertThat(headers.remove("retry-after")).isNotNull();
        return new Answer(answer.status(), headers, answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LimitExceededException", "TooManyFailedAttemptsException"})
    void cognitosOwnCountIsToldInTheSameWords(String error) {
        Visitors visitors = Visitors.of(r -> {}, "");
        Cognito.faults("""
                [{"operation": "ConfirmSignUp", "error": "%s"}, {"operation": "ResendConfirmationCode", "error": "%s"}]""".formatted(error, error));
        for (Answer answer : List.of(
                ask(visitors, "/NAME/confirm", "{\"code\": \"1\"}", unique("name-")).answer,
                ask(visitors, "/NAME/resend", "", unique("name-")).answer)) {
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.holds("too often for this name")).isTrue();
            assertThat(answer.holds("upstream")).isFalse();
        }
    }
}
