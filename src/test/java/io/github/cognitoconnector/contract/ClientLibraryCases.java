package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.PASSWORD;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

/**
 * What a public client library makes of the embedded Cognito: Amazon's own for web applications, which takes nobody's word
 * for SRP. Needs Node and its packages, hence runs with the profile {@code witness} only.
 */
@Section(5)
@Timeout(60)
class ClientLibraryCases {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final Path FOLDER = Path.of("src/test/node");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String OWN = "My-Own-Horse-43";

    private static final String POOL = COGNITO.newPool();
    private static final String CLIENT = COGNITO.sdk()
            .createUserPoolClient(r -> r.userPoolId(POOL)
                    .clientName("web")
                    .explicitAuthFlowsWithStrings("ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH")
                    .preventUserExistenceErrors("ENABLED"))
            .userPoolClient()
            .clientId();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @Test
    void confirmedUserSignsIn() {
        String user = confirmed();

        JsonNode result = signIn(user, PASSWORD);

        assertThat(result.path("newPasswordRequired").asBoolean(true))
                .as(result::toString)
                .isFalse();
        assertThat(result.path("idToken").path("cognito:username").asText()).isEqualTo(user);
        assertThat(result.path("accessToken").path("client_id").asText()).isEqualTo(CLIENT);
        assertThat(result.path("refreshable").asBoolean()).isTrue();
    }

    @Test
    void invitedUserTakesAPasswordOfTheirOwn() {
        String user = COGNITO.newUser(POOL, unique("user")).username();

        JsonNode first = signIn(user, PASSWORD);
        assertThat(first.path("newPasswordRequired").asBoolean())
                .as(first::toString)
                .isTrue();
        assertThat(first.path("accessToken").path("username").asText()).isEqualTo(user);
        assertThat(COGNITO.sdk()
                        .adminGetUser(r -> r.userPoolId(POOL).username(user))
                        .userStatus())
                .isEqualTo(UserStatusType.CONFIRMED);

        JsonNode second = signIn(user, OWN);
        assertThat(second.path("newPasswordRequired").asBoolean(true))
                .as(second::toString)
                .isFalse();
    }

    @Test
    void wrongPasswordIsRefused() {
        assertRefused(signIn(confirmed(), "Wrong-Horse-42"));
        assertRefused(signIn(COGNITO.newUser(POOL, unique("user")).username(), "Wrong-Horse-42"));
        assertRefused(signIn(unique("nobody"), PASSWORD));
    }

    private static void assertRefused(JsonNode result) {
        assertThat(result.path("error").asText()).as(result::toString).isEqualTo("NotAuthorizedException");
        assertThat(result.path("message").asText()).isEqualTo("Incorrect username or password.");
    }

    private static String confirmed() {
        String user = COGNITO.newUser(POOL, unique("user")).username();
        COGNITO.sdk()
                .adminSetUserPassword(r ->
                        r.userPoolId(POOL).username(user).password(PASSWORD).permanent(true));
        return user;
    }

    private static JsonNode signIn(String user, String password) {
        try {
            Process node = new ProcessBuilder("node", "sign-in.js")
                    .directory(FOLDER.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (OutputStream in = node.getOutputStream()) {
                in.write(JSON.writeValueAsBytes(Map.of(
                        "endpoint", COGNITO.server().endpoint().toString(),
                        "userPoolId", POOL,
                        "clientId", CLIENT,
                        "username", user,
                        "password", password,
                        "newPassword", OWN)));
            }
            JsonNode result = JSON.readTree(node.getInputStream().readAllBytes());
            assertThat(node.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(node.exitValue()).isZero();
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
