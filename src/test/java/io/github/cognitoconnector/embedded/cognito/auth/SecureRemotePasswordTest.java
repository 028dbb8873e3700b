package io.github.cognitoconnector.embedded.cognito.auth;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.SrpClient;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

class SecureRemotePasswordTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final String POOL = COGNITO.newPool(
            r -> r.aliasAttributes(AliasAttributeType.EMAIL).usernameConfiguration(c -> c.caseSensitive(false)));
    private static final String CLIENT = ACCOUNT.client(POOL);
    private static final String WRONG = "NotAuthorizedException: Incorrect username or password.";

    private final SrpClient srp = new SrpClient(POOL);

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    private static String newUser() {
        String user = TestCognito.unique("User");
        ACCOUNT.confirmed(POOL, user, attribute("email", user + "@example.com"), attribute("email_verified", "true"));
        return user;
    }

    @Test
    void challengeBelongsToItsClientAndExpires() {
        String user = newUser();
        Map<String, String> challenge = start(CLIENT, user).challengeParameters();
        String other = ACCOUNT.client(POOL);
        assertThat(refusal(() -> answer(other, srp.answer(challenge, PASSWORD))))
                .isEqualTo(WRONG);

        COGNITO.put("clock", "{\"offsetSeconds\": 181}");
        assertThat(refusal(() -> answer(CLIENT, srp.answer(challenge, PASSWORD))))
                .isEqualTo("NotAuthorizedException: Invalid session for the user, session is expired.");
    }

    private InitiateAuthResponse start(String client, String user) {
        return start(client, user, srp.open());
    }

    private static InitiateAuthResponse start(String client, String user, String open) {
        return start(client, Map.of("USERNAME", user, "SRP_A", open));
    }

    private static InitiateAuthResponse start(String client, Map<String, String> parameters) {
        return SDK.initiateAuth(
                r -> r.clientId(client).authFlow(AuthFlowType.USER_SRP_AUTH).authParameters(parameters));
    }

    private static RespondToAuthChallengeResponse answer(String client, Map<String, String> responses) {
        return SDK.respondToAuthChallenge(r -> r.clientId(client)
                .challengeName(ChallengeNameType.PASSWORD_VERIFIER)
                .challengeResponses(responses));
    }
}
