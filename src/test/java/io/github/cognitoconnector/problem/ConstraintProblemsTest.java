package io.github.cognitoconnector.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.app.AppRequest;
import io.github.cognitoconnector.user.CreateUserRequest;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintProblemsTest {

    private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();
    private static final Validator VALIDATOR = FACTORY.getValidator();
    private static final String LONG = "x".repeat(2049);

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @Test
    void pointsAtAMember() {
        assertThat(pointers(app("No", List.of("client"), Map.of()))).containsExactly("/id");
    }

    @Test
    void pointsAtAnItemOfAList() {
        assertThat(pointers(app("webshop", List.of("ok", "not ok", "ok", "no-no"), Map.of())))
                .containsExactly("/clientIds/1", "/clientIds/3");
    }

    @Test
    void pointsAtAnItemOfAListInAMap() {
        assertThat(pointers(app("webshop", List.of("ok"), Map.of("support", List.of("users.read", "apps.admin")))))
                .containsExactly("/operatorGroups/support/1");
    }

    @Test
    void pointsAtTheMemberWhoseKeyIsWrong() {
        assertThat(pointers(app("webshop", List.of("ok"), Map.of("two words", List.of()))))
                .containsExactly("/operatorGroups/two words");
    }

    @ParameterizedTest
    @CsvSource({"custom:plan, custom:plan", "a/b, a~1b", "a~b, a~0b", "~1, ~01", "/~, ~1~0"})
    void escapesWhatPointersEscape(String attribute, String token) {
        assertThat(pointers(user(Map.of(attribute, LONG)))).containsExactly("/attributes/" + token);
    }

    @Test
    void pointsAtWhatIsNull() throws JsonProcessingException {
        var json = new ObjectMapper();
        assertThat(pointers(json.readValue("{\"groups\": [\"demo\", null]}", CreateUserRequest.class)))
                .containsExactly("/groups/1");
        assertThat(pointers(json.readValue("{\"attributes\": {\"email\": null}}", CreateUserRequest.class)))
                .containsExactly("/attributes/email");
    }

    @Test
    void tellsAllErrorsInOneOrderWithSentences() {
        ProblemException problem = problem(app("No", List.of("no-no"), Map.of("g", List.of("nothing"))));
        assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION_FAILED);
        assertThat(problem.errors())
                .extracting(FieldError::pointer)
                .containsExactly("/clientIds/0", "/id", "/operatorGroups/g/0");
        assertThat(problem.errors()).allSatisfy(error -> {
            assertThat(error.code()).isEqualTo("validation-failed");
            assertThat(error.detail()).matches("\\p{Lu}.*[^.]\\.");
        });
    }

    @Test
    void neverRepeatsTheValue() {
        ProblemException problem = problem(app("SECRET id", List.of("SECRET client"), Map.of()));
        assertThat(problem.detail()).doesNotContain("SECRET");
        assertThat(problem.errors())
                .hasSize(2)
                .noneMatch(error -> error.toString().contains("SECRET"));
    }

    @Test
    void readsThePathsOfMethodArguments() throws NoSuchMethodException {
        var method = Operation.class.getDeclaredMethod("create", CreateUserRequest.class);
        var executable = VALIDATOR.forExecutables();
        Object[] tooLong = {user(Map.of("email", LONG))};
        assertThat(ConstraintProblems.of(new ConstraintViolationException(
                                executable.validateParameters(new Operation(), method, tooLong)))
                        .errors())
                .extracting(FieldError::pointer)
                .containsExactly("/attributes/email");
        Object[] none = {null};
        assertThat(ConstraintProblems.of(new ConstraintViolationException(
                                executable.validateParameters(new Operation(), method, none)))
                        .type())
                .isEqualTo(ProblemType.INVALID_REQUEST);
    }

    static class Operation {
        void create(@Valid @NotNull CreateUserRequest request) {}
    }

    private static List<String> pointers(Object request) {
        return problem(request).errors().stream().map(FieldError::pointer).toList();
    }

    private static ProblemException problem(Object request) {
        return ConstraintProblems.of(new ConstraintViolationException(VALIDATOR.validate(request)));
    }

    private static CreateUserRequest user(Map<String, String> attributes) {
        return new CreateUserRequest("ada", attributes, null, null, null, null);
    }

    private static AppRequest app(String id, List<String> clients, Map<String, List<String>> operatorGroups) {
        return new AppRequest(
                id,
                "Web shop",
                "eu-central-1_BGOou5Rwx",
                null,
                clients,
                null,
                null,
                null,
                null,
                operatorGroups,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
