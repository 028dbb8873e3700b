package io.github.cognitoconnector.cognito;

import static io.github.cognitoconnector.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.AwsAccount;
import io.github.cognitoconnector.testing.Choices;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Load;
import io.github.cognitoconnector.testing.RawHttp;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One app in trouble, and what the others feel of it: the same load with and without the trouble, in turns. */
@QuarkusTest
@Tag("scale")
class IsolationTest {

    private static final Logger LOG = Logger.getLogger(IsolationTest.class);
    private static final int ROUNDS = 5;
    private static final int REQUESTS = 250;
    private static final int WARM_UP = 100;
    private static final int TROUBLED_CALLERS = 2;

    private final AwsAccount account = new AwsAccount();

    @BeforeEach
    void settle() {
        Cognito.reset();
        account.publish();
    }

    @AfterEach
    void leave() {
        Cognito.reset();
    }

    @Test
    void revokedKeysOfOneAppSlowNoOther() throws InterruptedException, ExecutionException {
        String other = account.appWithKeys();
        account.addKey().publish();
        String app = account.appWithKeys();
        compare(
                app,
                other,
                () -> account.restoreKeys().publish(),
                () -> account.revokeOldKeys().publish());
    }

    @Test
    void sessionsThatCannotBeHadSlowNoOther() throws InterruptedException, ExecutionException {
        String other = account.appWithRole();
        String externalId = as(Tokens.platform()).get(other).path("credentials.externalId");
        String app = account.appWithKeys();
        compare(app, other, () -> trust(other, externalId), () -> trust(other, "another-external-id"));
    }

    /** Whom the role trusts from now on; the app has no session from before. */
    private void trust(String app, String externalId) {
        account.trustOnly(externalId).publish();
        account.choose(app, Choices.role(AwsAccount.ROLE));
    }

    private static void compare(String app, String other, Runnable calm, Runnable storm)
            throws InterruptedException, ExecutionException {
        List<Long> undisturbed = new ArrayList<>();
        List<Long> disturbed = new ArrayList<>();
        calm.run();
        measure(app, other, 200, WARM_UP);
        for (int round = 0; round < ROUNDS; round++) {
            calm.run();
            undisturbed.addAll(measure(app, other, 200, REQUESTS));
            storm.run();
            disturbed.addAll(measure(app, other, 502, REQUESTS));
        }
        double ratio = (double) p99(disturbed) / p99(undisturbed);
        LOG.infof(
                "p99 beside a healthy app %.1f ms, beside one in trouble %.1f ms, ratio %.2f",
                p99(undisturbed) / 1e6, p99(disturbed) / 1e6, ratio);
        assertThat(ratio)
                .as("a queue behind the other app would make it ten and more")
                .isLessThan(3.0);
    }

    /** Nanoseconds of each request of the app while others ask the other app. */
    private static List<Long> measure(String app, String other, int status, int requests)
            throws InterruptedException, ExecutionException {
        List<Long> times = new ArrayList<>();
        try (Load load = Load.of(TROUBLED_CALLERS, () -> users(other))) {
            load.goOn(1);
            for (int i = 0; i < requests; i++) {
                long start = System.nanoTime();
                assertThat(users(app)).isEqualTo(200);
                times.add(System.nanoTime() - start);
            }
            assertThat(load.stop()).containsKey(status);
        }
        return times;
    }

    private static long p99(List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() * 99 / 100);
    }

    /** Through a client that costs little, so that what is measured is the service. */
    private static int users(String app) {
        return RawHttp.send(new RawHttp.Request(
                        "GET",
                        app + "/users",
                        Map.of("limit", "1"),
                        Map.of("Authorization", "Bearer " + Tokens.platform()),
                        Optional.empty()))
                .status();
    }
}
