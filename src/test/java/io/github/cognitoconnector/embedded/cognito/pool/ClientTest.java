package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoconnector.embedded.cognito.directory.Staleness;
import io.github.cognitoconnector.embedded.cognito.pool.PoolSettings.PoolIdentity;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ClientTest {

    private static final TestCognito COGNITO = TestCognito.start();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @Test
    void secretCanBeBrought() {
        String pool = COGNITO.newPool();
        String body = "{\"UserPoolId\":\"" + pool + "\",\"ClientName\":\"m2m\",\"ClientSecret\":\"" + "s".repeat(24)
                + "\"%s}";

        assertThat(call(body.formatted(""))).contains("\"ClientSecret\":\"" + "s".repeat(24) + "\"");
        assertThat(call(body.formatted(",\"GenerateSecret\":true"))).contains("InvalidParameterException");
        assertThat(call(body.formatted("").replace("s".repeat(24), "short")))
                .contains("Value at 'clientSecret'")
                .doesNotContain("short'");
    }

    private static String call(String body) {
        return COGNITO.operation(
                        "AWSCognitoIdentityProviderService.CreateUserPoolClient",
                        body,
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=any")
                .body();
    }

    /** What sign-in code asks a client. */
    @Test
    void typedSettingsTellTheDefaultsFromWhatWasStated() {
        AppClient.Identity identity = new AppClient.Identity("id", "eu-west-1_1", null, Instant.EPOCH);
        AppClient plain = AppClient.of(identity, Json.object());
        AppClient stated = AppClient.of(identity, Json.object().put("EnableTokenRevocation", false));
        stated.stated().putArray("ReadAttributes").add("email");
        stated.stated()
                .putObject("RefreshTokenRotation")
                .put("Feature", "ENABLED")
                .put("RetryGracePeriodSeconds", 30);

        assertThat(plain.readableAttributes()).isEmpty();
        assertThat(plain.writableAttributes()).isEmpty();
        assertThat(plain.tokenRevocation()).isTrue();
        assertThat(plain.refreshTokenRotation()).isEqualTo(new AppClient.Rotation(false, Duration.ZERO));
        assertThat(plain.authFlows()).contains("ALLOW_REFRESH_TOKEN_AUTH");
        assertThat(stated.readableAttributes().orElseThrow()).containsExactly("email");
        assertThat(stated.tokenRevocation()).isFalse();
        assertThat(stated.refreshTokenRotation()).isEqualTo(new AppClient.Rotation(true, Duration.ofSeconds(30)));
        assertThat(stated.authFlows()).doesNotContain("ALLOW_REFRESH_TOKEN_AUTH");
    }

    /** Below the SDK, since it would take a thousand calls. */
    @Test
    void poolHasAThousandClientsAtMost() {
        Pools pools = new Pools(new Staleness());
        UserPool pool =
                pools.create(PoolSettings.of(new PoolIdentity("eu-west-1_1", "pool", Instant.EPOCH), Json.object()));
        for (int i = 0; i < Pools.MAX_CLIENTS; i++) {
            pools.create(pool, client("client" + i));
        }

        assertThatThrownBy(() -> pools.create(pool, client("more")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("LimitExceededException"));
    }

    private static AppClient client(String id) {
        return AppClient.of(new AppClient.Identity(id, "eu-west-1_1", null, Instant.EPOCH), Json.object());
    }
}
