package io.github.cognitoconnector.embedded.cognito.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.clock.AdjustableClock;
import io.github.cognitoconnector.embedded.cognito.code.Codes;
import io.github.cognitoconnector.embedded.cognito.directory.Staleness;
import io.github.cognitoconnector.embedded.cognito.http.Request;
import io.github.cognitoconnector.embedded.cognito.message.Outbox;
import io.github.cognitoconnector.embedded.cognito.page.PageCaps;
import io.github.cognitoconnector.embedded.cognito.page.PageTokens;
import io.github.cognitoconnector.embedded.cognito.page.Pages;
import io.github.cognitoconnector.embedded.cognito.pool.PoolSettings.PoolIdentity;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.user.CreateUser;
import io.github.cognitoconnector.embedded.cognito.user.Mailings;
import io.github.cognitoconnector.embedded.cognito.user.UserReading;
import io.github.cognitoconnector.embedded.cognito.wire.AwsJsonEndpoint;
import io.github.cognitoconnector.embedded.cognito.wire.Callers;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A pool that is busy makes nobody wait in another one. */
class PoolLockTest {

    private static final String BUSY = "us-east-1_busy";
    private static final String FREE = "us-east-1_free";

    private final AdjustableClock clock = new AdjustableClock();
    private final Pools pools = new Pools(new Staleness());
    private final AwsJsonEndpoint endpoint = new AwsJsonEndpoint(operations(), Callers.ANYBODY, Clock.systemUTC());

    private List<Operation> operations() {
        Accounts accounts = new Accounts(pools, clock);
        Mailings mailings = new Mailings(new Outbox(), new Codes(clock), clock);
        Pages pages = new Pages(new PageTokens(clock), new PageCaps());
        return Stream.of(new CreateUser(accounts, mailings).operations(), new UserReading(accounts, pages).operations())
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void writerInOnePoolWaitsForNobodyInAnother() {
        UserPool busy = pool(BUSY);
        pool(FREE);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Boolean> holder = alongside(() -> busy.change(() -> {
            held.countDown();
            return await(release);
        }));
        assertThat(await(held)).isTrue();

        CompletableFuture<Integer> waiting = alongside(() -> create(BUSY));
        assertThat(alongside(() -> create(FREE)))
                .succeedsWithin(Duration.ofSeconds(10))
                .isEqualTo(200);
        assertThat(waiting).isNotDone();
        assertThat(answer("ListUsers", "{\"UserPoolId\":\"" + BUSY + "\"}"))
                .as("readers wait for nobody")
                .isEqualTo(200);

        release.countDown();
        assertThat(waiting.join()).isEqualTo(200);
        assertThat(holder.join()).isTrue();
    }

    /** On a thread of its own: those that are shared may be fewer than are waited for here. */
    private static <T> CompletableFuture<T> alongside(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> result.complete(work.get()));
        return result;
    }

    private UserPool pool(String id) {
        return pools.add(PoolSettings.of(new PoolIdentity(id, id, clock.instant()), Json.object()));
    }

    private int create(String pool) {
        return answer("AdminCreateUser", "{\"UserPoolId\":\"" + pool + "\",\"Username\":\"grace\"}");
    }

    private int answer(String operation, String body) {
        Map<String, String> headers = Map.of(
                "x-amz-target", "AWSCognitoIdentityProviderService." + operation,
                "content-type", "application/x-amz-json-1.1",
                "authorization", "any");
        return endpoint.answer(new Request("POST", "/", headers, body)).status();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
