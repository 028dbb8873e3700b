package io.github.cognitoconnector.credentials;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.AwsAccount;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Keysets;
import io.github.cognitoconnector.testing.Load;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys are replaced while requests go on, and none of them fails. */
@QuarkusTest
class RotationTest {

    private static final int CALLERS = 4;
    private static final int REQUESTS = 10;

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
    void staticKeysAreReplacedUnderLoad() throws InterruptedException, ExecutionException {
        String app = account.appWithKeys();
        try (Load load = Load.of(CALLERS, () -> users(app))) {
            load.goOn(REQUESTS);
            account.addKey().publish();
            account.choose(app, account.keys());
            load.goOn(REQUESTS);
            account.revokeOldKeys().publish();
            load.goOn(REQUESTS);
            assertThat(load.stop()).containsOnlyKeys(200);
        }
    }

    /** The last keyset stays: the service has it by then, and the secrets of other apps are encrypted with its key. */
    @Test
    void theKeysetIsReplacedUnderLoad() throws InterruptedException, ExecutionException {
        String read = account.appWithKeys();
        String written = account.appWithKeys();
        try (Load readers = Load.of(CALLERS, () -> users(read));
                Load writers = Load.of(1, () -> choose(written));
                Load pages = Load.of(1, RotationTest::secondPage)) {
            writers.goOn(REQUESTS);
            long primary = Keysets.addPrimary();
            assertThat(reencrypt()).isEqualTo(200);
            writers.goOn(REQUESTS);
            assertThat(Keysets.primaryOf(Keysets.current())).isEqualTo(primary);
            Keysets.restore(Keysets.primaryAlone(Keysets.current()));
            assertThat(reencrypt()).isEqualTo(200);
            readers.goOn(REQUESTS);
            writers.goOn(REQUESTS);
            assertThat(readers.stop()).containsOnlyKeys(200);
            assertThat(writers.stop()).containsOnlyKeys(200);
            pages.goOn(1);
            assertThat(pages.stop()).containsKey(200);
        }
        assertThat(users(account.appWithKeys())).isEqualTo(200);
        assertThat(users(written)).isEqualTo(200);
    }

    private static int users(String app) {
        return as(Tokens.platform()).get(app + "/users?limit=1").statusCode();
    }

    private int choose(String app) {
        return json(Tokens.platform(), account.keys()).put(app + "/credentials").statusCode();
    }

    private static int reencrypt() {
        return as(Tokens.platform()).post("/v1/secrets/re-encryption").statusCode();
    }

    private static int secondPage() {
        String cursor = as(Tokens.platform()).get("/v1/apps?limit=1").path("nextCursor");
        return as(Tokens.platform()).get("/v1/apps?limit=1&cursor=" + cursor).statusCode();
    }
}
