package io.github.cognitoconnector.cognito;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.secret.Secret;
import io.github.cognitoconnector.secret.SecretField;
import io.github.cognitoconnector.secret.SecretVault;
import io.github.cognitoconnector.testing.AwsAccount;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was kept of an app is not used once another replica has changed the app. */
@QuarkusTest
class ClientsOfChangedAppsTest {

    private final AwsAccount account = new AwsAccount();
    private final SecretVault vault;

    ClientsOfChangedAppsTest(SecretVault vault) {
        this.vault = vault;
    }

    @BeforeEach
    void settle() {
        Cognito.reset();
        account.publish();
    }

    /** What another replica writes is known here by then. */
    private static final Duration SEEN_EVERYWHERE = Duration.ofSeconds(2);

    @AfterEach
    void leave() {
        Cognito.reset();
    }

    @Test
    void aNamesakeUsesItsOwnKeysThoughAClockSaysThatItIsOlder() throws SQLException {
        String app = account.appWithKeys();
        users(app).statusCode(200);
        account.addKey().revokeOldKeys().publish();
        users(app).spec(problem(502, "credentials-rejected"));
        registerAnew(app.substring(app.lastIndexOf('/') + 1));
        await().atMost(SEEN_EVERYWHERE).untilAsserted(() -> users(app).statusCode(200));
        account.addKey().revokeOldKeys().publish();
        users(app).spec(problem(502, "credentials-rejected"));
    }

    /** As a replica does whose clock is behind: the same id and the newest keys, and as many changes as before. */
    private void registerAnew(String id) throws SQLException {
        vault.replace(
                id,
                Map.of(
                        SecretField.ACCESS_KEY_ID, new Secret(account.accessKeyId()),
                        SecretField.SECRET_ACCESS_KEY, new Secret(account.secretAccessKey())));
        try (Connection connection = Database.asSuperuser();
                PreparedStatement update = connection.prepareStatement(
                        "update app set created_at = created_at - interval '1 minute' where id = ?")) {
            update.setString(1, id);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static ValidatableResponse users(String app) {
        return as(Tokens.platform()).get(app + "/users?limit=1").then();
    }
}
