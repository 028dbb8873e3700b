package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.PASSWORD;
import static io.github.cognitoconnector.contract.CognitoFixture.attribute;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;

/** The current password and those before it, as many as the policy's {@code PasswordHistorySize} says. */
@ContractSuite
@Section(1)
class PasswordHistoryContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final Once<String> POOL = new Once<>(() -> COGNITO.newPool(r ->
            r.policies(p -> p.passwordPolicy(policy -> policy.minimumLength(8).passwordHistorySize(2)))));
    private static final Once<String> CLIENT = new Once<>(() -> ACCOUNT.client(POOL.get()));
    private static final String USED = "PasswordHistoryPolicyViolationException: Password has previously been used.";

    /** Contract row 12. */
    @Test
    @Row(12)
    void administratorCannotSetAFormerOne() {
        String user = newUser();
        ACCOUNT.setPassword(POOL.get(), user, "second-one");

        assertThat(refusal(() -> ACCOUNT.setPassword(POOL.get(), user, "second-one")))
                .isEqualTo(USED);
        assertThat(refusal(() -> ACCOUNT.setPassword(POOL.get(), user, PASSWORD)))
                .isEqualTo(USED);
        ACCOUNT.setPassword(POOL.get(), user, "third-one");
        ACCOUNT.setPassword(POOL.get(), user, PASSWORD);
        assertThat(ACCOUNT.signIn(CLIENT.get(), user, PASSWORD)).isNotNull();
    }

    @Test
    void userCannotChangeBack() {
        String user = newUser();
        String token = ACCOUNT.signIn(CLIENT.get(), user, PASSWORD).accessToken();

        assertThat(refusal(() -> change(token, PASSWORD, PASSWORD))).isEqualTo(USED);
        change(token, PASSWORD, "second-one");
        assertThat(refusal(() -> change(token, "second-one", PASSWORD))).isEqualTo(USED);
        change(token, "second-one", "third-one");
    }

    /** A temporary password is not remembered, but does not make the ones before it forgotten. */
    @Test
    void temporaryPasswordLeadsAroundNothing() {
        String user = newUser();
        SDK.adminSetUserPassword(r -> r.userPoolId(POOL.get()).username(user).password("temporary"));
        var challenge = ACCOUNT.start(CLIENT.get(), user, "temporary");

        assertThat(refusal(() -> answer(challenge.session(), user, PASSWORD))).isEqualTo(USED);
        answer(challenge.session(), user, "temporary");
        assertThat(ACCOUNT.signIn(CLIENT.get(), user, "temporary")).isNotNull();
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
        ACCOUNT.confirmed(
                POOL.get(), user, attribute("email", user + "@example.com"), attribute("email_verified", "true"));
        return user;
    }

    private static void change(String token, String from, String to) {
        SDK.changePassword(r -> r.accessToken(token).previousPassword(from).proposedPassword(to));
    }

    private static void answer(String session, String user, String password) {
        SDK.respondToAuthChallenge(r -> r.clientId(CLIENT.get())
                .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                .session(session)
                .challengeResponses(Map.of("USERNAME", user, "NEW_PASSWORD", password)));
    }
}
