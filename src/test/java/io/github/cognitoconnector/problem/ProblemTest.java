package io.github.cognitoconnector.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Upstream UPSTREAM = new Upstream("cognito-idp", "InvalidPasswordException", "request-1");

    @ParameterizedTest
    @EnumSource
    void saysEverythingAndNothingTwice(ProblemType type) {
        JsonNode body = body(ProblemException.of(type, "Some detail."));
        assertThat(body.properties())
                .extracting(member -> member.getKey())
                .containsExactlyInAnyOrder(
                        "type", "title", "status", "detail", "instance", "code", "retryable", "traceId");
        assertThat(body.properties()).noneMatch(member -> member.getValue().isNull());
        assertThat(body.path("status").intValue()).isEqualTo(type.status());
        assertThat(body.path("code").textValue()).isEqualTo(type.code());
        assertThat(body.path("retryable").booleanValue()).isEqualTo(type.retryable());
        assertThat(body.path("instance").textValue()).isEqualTo("/v1/apps/webshop");
        assertThat(body.path("traceId").textValue()).isEqualTo(TRACE);
    }

    @Test
    void leavesOutWhatAwsDidNotSay() {
        JsonNode body = body(ProblemException.upstream(
                ProblemType.UPSTREAM_TIMEOUT,
                "No answer.",
                new Upstream("cognito-idp", null, null),
                new IllegalStateException("secret")));
        assertThat(body.path("upstream")).isEqualTo(JSON.createObjectNode().put("service", "cognito-idp"));
        assertThat(body.toString()).doesNotContain("secret");
    }

    @Test
    void keepsTheOrderOfTheErrors() {
        List<FieldError> errors = new ArrayList<>(List.of(error("/z"), error("/a"), error("/m")));
        ProblemException problem = ProblemException.fields(ProblemType.VALIDATION_FAILED, errors);
        errors.clear();
        assertThat(problem.errors()).extracting(FieldError::pointer).containsExactly("/z", "/a", "/m");
        assertThat(problem.detail()).isEqualTo("3 fields are not valid.");
        assertThat(body(problem).path("errors").path(1).path("pointer").textValue())
                .isEqualTo("/a");
    }

    @Test
    void aSingleErrorIsTheDetail() {
        ProblemException problem = ProblemException.field(ProblemType.INVALID_GROUP, "/groups/0", "No such group.");
        assertThat(problem.detail()).isEqualTo("No such group.");
        assertThat(problem.errors()).containsExactly(new FieldError("/groups/0", "invalid-group", "No such group."));
    }

    @Test
    void seenAsAnotherProblemItKeepsWhatAwsSaid() {
        ProblemException first = ProblemException.upstream(
                ProblemType.INVALID_PASSWORD, "Policy.", UPSTREAM, new IllegalStateException());

        ProblemException as = first.as(ProblemType.PARTIAL_WRITE, "Half of it.");
        assertThat(as.type()).isEqualTo(ProblemType.PARTIAL_WRITE);
        assertThat(as.upstream()).isEqualTo(UPSTREAM);
        assertThat(as).hasCause(first);

        ProblemException at = first.at(ProblemType.INVALID_PASSWORD, "/temporaryPassword", "Policy.");
        assertThat(at.upstream()).isEqualTo(UPSTREAM);
        assertThat(at.errors())
                .containsExactly(FieldError.of(ProblemType.INVALID_PASSWORD, "/temporaryPassword", "Policy."));
    }

    @ParameterizedTest
    @EnumSource
    void asksToWaitExactlyWhereARepeatHelps(ProblemType type) {
        Duration retryAfter = ProblemException.of(type, "Detail.").retryAfter();
        if (type.retryable()) {
            assertThat(retryAfter).isPositive();
        } else {
            assertThat(retryAfter).isNull();
        }
    }

    private static FieldError error(String pointer) {
        return FieldError.of(ProblemType.VALIDATION_FAILED, pointer, "Wrong.");
    }

    private static JsonNode body(ProblemException e) {
        return JSON.valueToTree(Problem.of(e, "/v1/apps/webshop", TRACE));
    }
}
