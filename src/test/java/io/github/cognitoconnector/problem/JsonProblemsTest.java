package io.github.cognitoconnector.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.app.AppRequest;
import io.github.cognitoconnector.group.CreateGroupRequest;
import io.github.cognitoconnector.rest.ObjectMapperRules;
import io.github.cognitoconnector.user.CreateUserRequest;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonProblemsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        new ObjectMapperRules().customize(JSON);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"id": "a", "nmae": "x"}                           | /nmae                 | This property is not known.
            {"a/b~c": 1}                                       | /a~1b~0c              | This property is not known.
            {"name": 1}                                        | /name                 | This value has the wrong type.
            {"name": true}                                     | /name                 | This value has the wrong type.
            {"name": 1.5}                                      | /name                 | This value has the wrong type.
            {"name": ["x"]}                                    | /name                 | This value has the wrong type.
            {"clientIds": "x"}                                 | /clientIds            | This value has the wrong type.
            {"clientIds": ["x", 2]}                            | /clientIds/1          | This value has the wrong type.
            {"operatorGroups": {"g": [{}]}}                    | /operatorGroups/g/0   | This value has the wrong type.
            {"messageAction": "NOPE"}                          | /messageAction        | This value has the wrong type.
            {"messageAction": 0}                               | /messageAction        | This value has the wrong type.
            """)
    void pointsAtWhatDoesNotBind(String body, String pointer, String detail) {
        ProblemException problem = problem(body, AppRequest.class);
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(problem.errors()).containsExactly(new FieldError(pointer, "invalid-request", detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"20\"", "2.5", "true", "[]", "99999999999", "-99999999999999999999", "1e2"})
    void pointsAtANumberThatDoesNotFit(String precedence) {
        ProblemException problem =
                problem("{\"name\": \"g\", \"precedence\": " + precedence + "}", CreateGroupRequest.class);
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(problem.errors()).extracting(FieldError::pointer).containsExactly("/precedence");
    }

    @Test
    void tellsWhereAPropertyComesTwice() {
        ProblemException problem = problem("{\"name\": \"a\",\n \"name\": \"b\"}", AppRequest.class);
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(problem.detail()).matches("The body has a property twice \\(line 2, column \\d+\\)\\.");
        assertThat(problem("{\"attributes\": {\"email\": \"a\", \"email\": \"b\"}}", CreateUserRequest.class)
                        .detail())
                .startsWith("The body has a property twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"name\"", "{\"name\": \"a}", "{\"name\": nope}", "{'name': 1}", "{\"name\": 01}"})
    void tellsWhereTheBodyIsNoJson(String body) {
        ProblemException problem = problem(body, AppRequest.class);
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(problem.detail()).matches("The body is not valid JSON \\(line \\d+, column \\d+\\)\\.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "7", "", "{} {}", "{} 1"})
    void tellsWhenTheBodyIsSomethingElse(String body) {
        ProblemException problem = problem(body, AppRequest.class);
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(problem.detail()).isEqualTo("The body is not a JSON value of the expected type.");
        assertThat(problem.errors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("beyondMeasure")
    void refusesWhatIsBeyondMeasure(String body) {
        ProblemException problem = problem(body, CreateGroupRequest.class);
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(problem.detail()).hasSizeLessThan(200);
    }

    static Stream<String> beyondMeasure() {
        return Stream.of(
                "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
                "{\"precedence\": " + "9".repeat(2_000) + "}",
                "{\"" + "a".repeat(60_000) + "\": 1}");
    }

    @Test
    void knowsNoOtherFailure() {
        assertThat(JsonProblems.of(new IllegalStateException("secret")).detail())
                .isEqualTo("The body is not valid JSON.");
    }

    @Property(tries = 500)
    void neverRepeatsTheBodyOrNamesClasses(@ForAll("broken") String broken) {
        ProblemException problem = problem(broken, AppRequest.class);
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        String told = problem.detail() + problem.errors();
        assertThat(told)
                .doesNotContain("zq")
                .doesNotContain("io.github", "java.", "com.fasterxml", "AppRequest", "ArrayList", "MessageAction");
    }

    @Provide
    Arbitrary<String> broken() {
        Arbitrary<String> secrets = Arbitraries.strings().alpha().ofLength(8).map(text -> "zq" + text);
        Arbitrary<String> bodies = Arbitraries.of(
                "{\"name\": [\"%s\"]}",
                "{\"name\": {\"a\": \"%s\"}}",
                "{\"name\": %s}",
                "{\"name\": \"%s}",
                "{\"clientIds\": \"%s\"}",
                "{\"clientIds\": [[\"%s\"]]}",
                "{\"messageAction\": \"%s\"}",
                "{\"operatorGroups\": \"%s\"}",
                "{\"name\": \"%1$s\", \"name\": \"%1$s\"}",
                "{\"credentials\": \"%s\"}",
                "{\"nope\": \"%s\"}",
                "\"%s\"",
                "%s",
                "{} \"%s\"",
                "{\"name\": \"a\"} %s");
        return secrets.flatMap(secret -> bodies.map(body -> String.format(body, secret)));
    }

    @Property(tries = 300)
    void anyBodyIsReadOrRefusedWithoutSurprise(@ForAll("nearlyJson") String body) {
        Throwable thrown = catchThrowable(() -> JSON.readValue(body, AppRequest.class));
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(JacksonException.class);
            assertThat(JsonProblems.of(thrown).type()).isEqualTo(ProblemType.INVALID_REQUEST);
        }
    }

    @Provide
    Arbitrary<String> nearlyJson() {
        return Arbitraries.of(
                        Stream.of("{", "}", "[", "]", ":", ",", "\"name\"", "\"clientIds\"", "\"x\"", "1", "null", " ")
                                .toList())
                .list()
                .ofMaxSize(8)
                .map(tokens -> String.join("", tokens));
    }

    private static ProblemException problem(String body, Class<?> type) {
        Throwable thrown = catchThrowable(() -> JSON.readValue(body, type));
        assertThat(thrown).as(body).isInstanceOf(JacksonException.class);
        return JsonProblems.of(thrown);
    }
}
