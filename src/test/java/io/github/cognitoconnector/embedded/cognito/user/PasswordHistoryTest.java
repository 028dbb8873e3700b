package io.github.cognitoconnector.embedded.cognito.user;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;

/** The current password and those before it, as many as the policy's {@code PasswordHistorySize} says. */
class PasswordHistoryTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final String POOL = COGNITO.newPool(r ->
            r.policies(p -> p.passwordPolicy(policy -> policy.minimumLength(8).passwordHistorySize(2))));
    private static final String CLIENT = ACCOUNT.client(POOL);
    private static final String USED = "PasswordHistoryPolicyViolationException: Password has previously been used.";

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    /** Contract row 12. */
    @Test
    void administratorCannotSetAFormerOne() {
        String user = newUser();
        ACCOUNT.setPassword(POOL, user, "second-one");

        assertThat(refusal(() -> ACCOUNT.setPassword(POOL, user, "second-one"))).isEqualTo(USED);
        assertThat(refusal(() -> ACCOUNT.setPassword(POOL, user, PASSWORD))).isEqualTo(USED);
        ACCOUNT.setPassword(POOL, user, "third-one");
        ACCOUNT.setPassword(POOL, user, PASSWORD);
        assertThat(ACCOUNT.signIn(CLIENT, user, PASSWORD)).isNotNull();
    }

    @Test
    void passwordThatWasTakenAwayIsRemembered() {
        String user = newUser();
        SDK.adminDisableProviderForUser(r -> r.userPoolId(POOL)
                .user(u -> u.providerName("Cognito")
                        .providerAttributeName("Cognito_Subject")
                        .providerAttributeValue(user)));

        assertThat(refusal(() -> ACCOUNT.setPassword(POOL, user, PASSWORD))).isEqualTo(USED);
        ACCOUNT.setPassword(POOL, user, "second-one");
        assertThat(ACCOUNT.signIn(CLIENT, user, "second-one")).isNotNull();
    }

    @Test
    void userCannotChangeBack() {
        String user = newUser();
        String token = ACCOUNT.signIn(CLIENT, user, PASSWORD).accessToken();

        assertThat(refusal(() -> change(token, PASSWORD, PASSWORD))).isEqualTo(USED);
        change(token, PASSWORD, "second-one");
        assertThat(refusal(() -> change(token, "second-one", PASSWORD))).isEqualTo(USED);
        change(token, "second-one", "third-one");
    }

    @Test
    void forgottenPasswordIsNotForgotten() {
        String user = newUser();
        SDK.adminResetUserPassword(r -> r.userPoolId(POOL).username(user));
        String code = ACCOUNT.code(user + "@example.com");

        assertThat(refusal(() -> confirm(user, code, PASSWORD))).isEqualTo(USED);
        confirm(user, code, "second-one");
        assertThat(refusal(() -> ACCOUNT.setPassword(POOL, user, PASSWORD))).isEqualTo(USED);
    }

    /** A temporary password is not remembered, but does not make the ones before it forgotten. */
    @Test
    void temporaryPasswordLeadsAroundNothing() {
        String user = newUser();
        SDK.adminSetUserPassword(r -> r.userPoolId(POOL).username(user).password("temporary"));
        var challenge = ACCOUNT.start(CLIENT, user, "temporary");

        assertThat(refusal(() -> answer(challenge.session(), user, PASSWORD))).isEqualTo(USED);
        answer(challenge.session(), user, "temporary");
        assertThat(ACCOUNT.signIn(CLIENT, user, "temporary")).isNotNull();
    }

    @Test
    void poolWithoutHistoryForgets() {
        String pool = COGNITO.newPool();
        ACCOUNT.confirmed(pool, "ada");
        ACCOUNT.setPassword(pool, "ada", PASSWORD);
        assertThat(ACCOUNT.signIn(ACCOUNT.client(pool), "ada", PASSWORD)).isNotNull();
    }

    private static String newUser() {
        String user = unique("user");
        ACCOUNT.confirmed(POOL, user, attribute("email", user + "@example.com"), attribute("email_verified", "true"));
        return user;
    }

    private static void change(String token, String from, String to) {
        SDK.changePassword(r -> r.accessToken(token).previousPassword(from).proposedPassword(to));
    }

    private static void confirm(String user, String code, String password) {
        SDK.confirmForgotPassword(
                r -> r.clientId(CLIENT).username(user).confirmationCode(code).password(password));
    }

    private static void answer(String session, String user, String password) {
        SDK.respondToAuthChallenge(r -> r.clientId(CLIENT)
                .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                .session(session)
                .challengeResponses(Map.of("USERNAME", user, "NEW_PASSWORD", password)));
    }
}
