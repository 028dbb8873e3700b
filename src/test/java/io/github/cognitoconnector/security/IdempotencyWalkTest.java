package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.security.Walker.Power;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.RawHttp;
import io.github.cognitoconnector.testing.RawHttp.Answer;
import io.github.cognitoconnector.testing.RawHttp.Request;
import io.github.cognitoconnector.testing.ServedApi;
import io.github.cognitoconnector.testing.ServedApi.Operation;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everything of the served document that makes something does it once for a key, and says so. */
@QuarkusTest
class IdempotencyWalkTest {

    private static final String KEY = "Idempotency-Key";

    @AfterEach
    void leave() {
        Cognito.reset();
        Landscape.apps().stream()
                .filter(id -> id.startsWith("walk-") || id.startsWith("fresh-"))
                .forEach(id -> as(Tokens.platform()).header("If-Match", "*").delete("/v1/apps/" + id));
    }

    @Test
    void everyCreateIsDoneOnce() {
        Side own = Landscape.register(Landscape.inNewPool());
        Walker platform = new Walker("platform", Optional.of(Tokens.platform()), own, Power.EVERYTHING);
        List<Operation> creates = ServedApi.read().operations().stream()
                .filter(operation -> operation.takes("header", KEY))
                .toList();
        assertThat(creates)
                .extracting(Operation::id)
                .contains("createApp", "createUser", "createGroup", "signUp", "importUsers", "startBulk");
        for (Operation create : creates) {
            Request request = platform.plain(create).saying(KEY, unique("key-"));
            Answer first = RawHttp.send(request);
            assertThat(first.status()).as("%s %s", create.id(), first).isIn(201, 202);
            if (first.status() == 202) {
                Work.end(first);
            }
            Cognito.reset();
            Answer second = RawHttp.send(request);
            assertThat(second.status()).as("%s %s", create.id(), second).isEqualTo(first.status());
            assertThat(second.headers()).as(create.id()).containsEntry("idempotency-replayed", List.of("true"));
            assertThat(Cognito.calls()).as(create.id()).isEmpty();
            Answer other = RawHttp.send(request.asking("dryRun", "false"));
            assertThat(other.body()).as(create.id()).contains("idempotency-mismatch");
        }
    }
}
