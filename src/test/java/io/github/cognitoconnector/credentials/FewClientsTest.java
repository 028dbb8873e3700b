package io.github.cognitoconnector.credentials;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.AwsAccount;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Load;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More apps than clients are kept for: clients close while others of their app still call. */
@QuarkusTest
@TestProfile(FewClientsTest.TwoClients.class)
class FewClientsTest {

    private static final int KEPT = 2;

    private final AwsAccount account = new AwsAccount();
    private final AppCredentials credentials;

    FewClientsTest(AppCredentials credentials) {
        this.credentials = credentials;
    }

    /** No more clients than that. */
    public static class TwoClients implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("connector.cognito.max-clients", Integer.toString(KEPT));
        }
    }

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
    void noRequestFailsAndNothingOfTheClosedOnesStays() throws InterruptedException, ExecutionException {
        List<String> apps = Stream.generate(account::appWithRole).limit(6).toList();
        List<String> mixed = new ArrayList<>(apps);
        mixed.add(account.appWithKeys());
        AtomicInteger turn = new AtomicInteger();
        AtomicInteger flips = new AtomicInteger();
        try (Load load = Load.of(8, () -> users(mixed.get(turn.getAndIncrement() % mixed.size())));
                Load changes = Load.of(
                        1,
                        () -> json(
                                        Tokens.platform(),
                                        flips.getAndIncrement() % 2 == 0
                                                ? "{\"type\": \"DEFAULT\"}"
                                                : "{\"type\": \"ASSUME_ROLE\", \"roleArn\": \"" + AwsAccount.ROLE
                                                        + "\"}")
                                .put(apps.get(flips.get() % apps.size()) + "/credentials")
                                .statusCode())) {
            load.goOn(60);
            assertThat(changes.stop()).containsOnlyKeys(200);
            assertThat(load.stop()).containsOnlyKeys(200);
        }
        Set<String> held = new TreeSet<>(credentials.appsWithSessions());
        assertThat(held).hasSizeLessThanOrEqualTo(KEPT);
    }

    private static int users(String app) {
        return as(Tokens.platform()).get(app + "/users?limit=1").statusCode();
    }
}
