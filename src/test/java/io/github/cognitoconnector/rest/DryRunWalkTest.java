package io.github.cognitoconnector.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.ServedApi;
import io.github.cognitoconnector.testing.ServedApi.Operation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every mutation of the served document: {@code dryRun} writes nothing, to Cognito or to the database, and its plan is what
 * the request then does.
 */
@QuarkusTest
class DryRunWalkTest {

    private static final String READS = "(Admin)?(Get|List|Describe).*";

    @AfterEach
    void leave() {
        Cognito.reset();
        PreparedCalls.leave();
    }

    @Test
    void everyPlanIsWhatIsDone() {
        Map<String, PreparedCalls.Preparation> prepared = PreparedCalls.all();
        List<Operation> mutations = ServedApi.read().operations().stream()
                .filter(operation -> operation.takes("query", DryRunFilter.PARAMETER))
                .toList();
        assertThat(mutations)
                .as("prepare a call for the new operation")
                .extracting(Operation::id)
                .containsExactlyInAnyOrderElementsOf(prepared.keySet());
        mutations.forEach(mutation -> check(mutation.id(), prepared.get(mutation.id())));
    }

    private static void check(String operation, PreparedCalls.Preparation preparation) {
        PreparedCalls.Call call = preparation.prepare();
        String before = call.state();
        String rows = rows();
        Cognito.reset();
        Response plan = call.send("dryRun=true");
        assertThat(plan.statusCode()).as("%s %s", operation, plan.asString()).isEqualTo(200);
        assertThat(plan.headers().hasHeaderWithName("Location")).as(operation).isFalse();
        assertThat(writes()).as("%s writes in a dry run", operation).isEmpty();
        assertThat(rows()).as("%s writes rows in a dry run", operation).isEqualTo(rows);
        assertThat(call.state())
                .as("%s changes something in a dry run", operation)
                .isEqualTo(before);

        Cognito.reset();
        Response done = call.send("dryRun=false");
        assertThat(done.statusCode()).as("%s %s", operation, done.asString()).isBetween(200, 204);
        List<String> planned = plan.path("plan.operation");
        if (writes().isEmpty()) {
            assertThat(planned).as(operation).containsExactly(operation);
        } else {
            assertThat(counted(planned)).as(operation).isEqualTo(writes());
        }
    }

    /** How many there are of everything that requests leave behind. */
    private static String rows() {
        return Database.text("select concat_ws(' ', (select count(*) from app), (select count(*) from audit),"
                + " (select count(*) from audit_intent), (select count(*) from idempotency),"
                + " (select count(*) from revocation), (select count(*) from turn))");
    }

    private static Map<String, Integer> counted(List<String> operations) {
        Map<String, Integer> counted = new TreeMap<>();
        operations.forEach(operation -> counted.merge(operation, 1, Integer::sum));
        return counted;
    }

    private static Map<String, Integer> writes() {
        Map<String, Integer> writes = new TreeMap<>(Cognito.calls());
        writes.keySet().removeIf(operation -> operation.matches(READS));
        return writes;
    }

    @Test
    void aPlanIsRefusedForWhatItsRequestWouldBeRefusedFor() {
        PreparedCalls.refused()
                .forEach((call, status) -> assertThat(call.send("dryRun=true").statusCode())
                        .as(call.toString())
                        .isEqualTo(status));
    }
}
