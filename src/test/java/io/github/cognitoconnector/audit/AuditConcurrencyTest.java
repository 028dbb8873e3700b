package io.github.cognitoconnector.audit;

import static io.github.cognitoconnector.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Api;
import io.github.cognitoconnector.testing.Database;
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
