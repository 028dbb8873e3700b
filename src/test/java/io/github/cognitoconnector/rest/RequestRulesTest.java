package io.github.cognitoconnector.rest;

import static io.github.cognitoconnector.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTest {

    @Test
    void limitIsFiftyUnlessGiven() {
        assertThat(new PageRequest().limit()).isEqualTo(50);
    }

    @Property(tries = 100)
    void takesLimitsFromOneToSixty(@ForAll @IntRange(min = 1, max = 60) int limit) {
        assertThat(request(String.valueOf(limit)).limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "61", "000", "2147483648", "4294967297", "99999999999999999999"})
    void refusesLimitsOutOfRange(String limit) {
        assertRefused(limit, ProblemType.VALIDATION_FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ten", "1.0", "1e1", "+5", "0x10", " 5", "5 ", "٣", "--1", "-"})
    void refusesLimitsThatAreNoNumbers(String limit) {
        assertRefused(limit, ProblemType.INVALID_REQUEST);
    }

    @Property(tries = 300)
    void refusesAnyOtherLimitWithAProblem(@ForAll String limit) {
        ProblemException refused = refusal(() -> request("x" + limit).limit());
        assertThat(refused.type()).isEqualTo(ProblemType.INVALID_REQUEST);
    }

    @Test
    void forcesOnlyWhenTold() {
        assertThat(Flag.isSet("force", "true")).isTrue();
        assertThat(Flag.isSet("force", "false")).isFalse();
        assertThat(Flag.isSet("force", null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TRUE", "1", "yes", " true", "true,true"})
    void refusesAnyOtherForce(String force) {
        ProblemException refused = refusal(() -> Flag.isSet("force", force));
        assertThat(refused.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(refused.errors()).extracting(FieldError::pointer).containsExactly("/force");
    }

    @Test
    void knowsTheQueryParametersOfAnOperation() {
        assertThat(declaredBy("list")).isEqualTo(Set.of("limit", "cursor", "filter"));
        assertThat(declaredBy("delete")).isEqualTo(Set.of("force"));
        assertThat(declaredBy("get")).isEmpty();
    }

    private static Set<String> declaredBy(String operation) {
        return QueryParameters.of(Arrays.stream(Operations.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(operation))
                .findFirst()
                .orElseThrow());
    }

    interface Operations {
        void list(@PathParam("app") String app, @BeanParam PageRequest page, @QueryParam("filter") String filter);

        void delete(@PathParam("app") String app, @QueryParam("force") String force);

        void get(@PathParam("app") String app);
    }

    private static void assertRefused(String limit, ProblemType type) {
        ProblemException refused = refusal(() -> request(limit).limit());
        assertThat(refused.type()).isEqualTo(type);
        assertThat(refused.errors()).extracting(FieldError::pointer).containsExactly("/limit");
    }

    private static PageRequest request(@Nullable String limit) {
        PageRequest request = new PageRequest();
        request.limit = limit;
        return request;
    }
}
