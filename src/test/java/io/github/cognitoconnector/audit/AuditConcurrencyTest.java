package io.github.cognitoconnector.audit;

import static io.github.cognitoconnector.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.testing.Api;
import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Metrics;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many at a time. */
@QuarkusTest
class AuditConcurrencyTest {

    private final AuditTrail trail;

    AuditConcurrencyTest(AuditTrail trail) {
        this.trail = trail;
    }

    @Test
    void rowsOfManyCallersAreOneChain() throws ExecutionException, InterruptedException {
        String app = Trail.newApp();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                running.add(callers.submit(() -> Trail.mutate(app, 10)));
            }
            for (Future<?> caller : running) {
                caller.get();
            }
        }
        JsonPath found = Trail.verify(app + "/audit", "");
        assertThat(found.getBoolean("ok")).isTrue();
        assertThat(found.getInt("rows")).isEqualTo(80);
    }

    /** Those that come while the chain is held up are written together; one of them is not what the database takes. */
    @Test
    void aRowThatIsRefusedTakesNoOtherWithIt() throws SQLException, ExecutionException, InterruptedException {
        String app = Trail.newApp();
        Trail.mutate(app, 1);
        String chain = app.substring("/v1/apps/".length());
        double failures = notWritten();
        List<Thread> waiting = new ArrayList<>();
        try (Connection holder = Database.asSuperuser();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select * from audit_head where chain = '" + chain + "' for update");
            waiting.add(Thread.startVirtualThread(() -> trail.append(entry("first"), chain, null)));
            Trail.awaitLockWaiters();
            for (int i = 0; i < 10; i++) {
                AuditEntry entry = entry(i == 5 ? "nobody\0writes" : "other");
                waiting.add(Thread.startVirtualThread(() -> trail.append(entry, chain, null)));
            }
            await().until(() -> waiting.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));
            holder.rollback();
        }
        for (Thread thread : waiting) {
            thread.join();
        }
        JsonPath found = Trail.verify(app + "/audit", "");
        assertThat(found.getBoolean("ok")).isTrue();
        assertThat(found.getInt("rows")).isEqualTo(1 + 1 + 9);
        assertThat(notWritten()).isEqualTo(failures + 1);
    }

    private static double notWritten() {
        return Metrics.value("connector_audit_failures_total{step=\"row\"").orElseThrow();
    }

    private static AuditEntry entry(String operation) {
        return new AuditEntry(
                new AuditedCaller("CLIENT", "trailclient", "trailclient"),
                operation,
                new Target(null, null, null),
                Outcome.SUCCEEDED,
                204,
                null,
                "trace",
                List.of());
    }

    /** Refusals come on event loops. If those waited for the database, nobody would be answered any more. */
    @Test
    void aChainThatIsHeldUpHoldsUpNobodyElse() throws SQLException, ExecutionException, InterruptedException {
        String app = Trail.newApp();
        Trail.mutate(app, 1);
        String chain = app.substring("/v1/apps/".length());
        String refused = app + "/users/ada/disable";
        String token = Tokens.signed(claims -> {
            claims.setStringClaim("client_id", "trailclient");
            claims.setStringClaim("scope", "");
        });
        try (Connection holder = Database.asSuperuser();
                Statement statement = holder.createStatement();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            holder.setAutoCommit(false);
            statement.execute("select * from audit_head where chain = '" + chain + "' for update");
            List<Future<Integer>> waiting = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                waiting.add(callers.submit(() -> as(token).post(refused).statusCode()));
            }
            Trail.awaitLockWaiters();

            as(Tokens.platform()).get(Api.DEMO + "/users/ada").then().statusCode(200);
            as(Tokens.platform())
                    .put(Api.DEMO + "/users/ada/groups/demo")
                    .then()
                    .statusCode(204);
            assertThat(waiting).allMatch(answer -> !answer.isDone());

            holder.rollback();
            for (Future<Integer> answer : waiting) {
                assertThat(answer.get()).isEqualTo(403);
            }
        }
        assertThat(Trail.verify(app + "/audit", "").getInt("rows")).isEqualTo(51);
    }
}
