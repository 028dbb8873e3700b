package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.PASSWORD;
import static io.github.cognitoconnector.contract.CognitoFixture.attribute;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.SrpClient;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreventUserExistenceErrorTypes;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;

/** Secure Remote Password: who signs in proves the password and sends it nowhere. */
@ContractSuite
@Section(5)
class SrpContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final Once<String> POOL = new Once<>(() -> COGNITO.newPool(
            r -> r.aliasAttributes(AliasAttributeType.EMAIL).usernameConfiguration(c -> c.caseSensitive(false))));
    private static final Once<String> CLIENT = new Once<>(() -> ACCOUNT.client(POOL.get()));
    private static final String WRONG = "NotAuthorizedException: Incorrect username or password.";

    private final Once<SrpClient> srp = new Once<>(() -> new SrpClient(POOL.get()));

    private static String newUser() {
        String user = CognitoFixture.unique("User");
        ACCOUNT.confirmed(
                POOL.get(), user, attribute("email", user + "@example.com"), attribute("email_verified", "true"));
        return user;
    }

    @Test
    void passwordIsProvenWithoutBeingSent() {
        String user = newUser();

        InitiateAuthResponse challenge = start(CLIENT.get(), user);
        assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.PASSWORD_VERIFIER);
        assertThat(challenge.session()).isNull();
        assertThat(challenge.authenticationResult()).isNull();
        assertThat(challenge.challengeParameters())
                .containsEntry("USERNAME", user)
                .containsEntry("USER_ID_FOR_SRP", user)
                .containsOnlyKeys("USERNAME", "USER_ID_FOR_SRP", "SALT", "SRP_B", "SECRET_BLOCK");

        var tokens = answer(CLIENT.get(), srp.get().answer(challenge.challengeParameters(), PASSWORD))
                .authenticationResult();
        assertThat(SDK.getUser(r -> r.accessToken(tokens.accessToken())).username())
                .isEqualTo(user);
        assertThat(tokens.refreshToken()).isNotEmpty();
    }

    /** Contract row 3, and row 1 for the case. */
    @Test
    @Row(3)
    void aliasAndOtherCaseLeadToTheUsername() {
        String user = newUser();

        for (String name : new String[] {user + "@example.com", user.toUpperCase(Locale.ROOT)}) {
            Map<String, String> challenge = start(CLIENT.get(), name).challengeParameters();
            assertThat(challenge).containsEntry("USER_ID_FOR_SRP", user);
            assertThat(answer(CLIENT.get(), srp.get().answer(challenge, PASSWORD))
                            .authenticationResult())
                    .isNotNull();
        }
        String sub = SDK.adminGetUser(r -> r.userPoolId(POOL.get()).username(user)).userAttributes().stream()
                .filter(attribute -> attribute.name().equals("sub"))
                .findFirst()
                .orElseThrow()
                .value();
        assertThat(refusal(() -> start(CLIENT.get(), sub))).isEqualTo("UserNotFoundException: User does not exist.");
    }

    /** Contract row 2: the username is the sub there. */
    @Test
    @Row(2)
    void addressAsUsernameLeadsToTheSub() {
        String pool = COGNITO.newPool(r -> r.usernameAttributes(UsernameAttributeType.EMAIL));
        String client = ACCOUNT.client(pool);
        ACCOUNT.confirmed(pool, "grace@example.com");
        SrpClient own = new SrpClient(pool);

        Map<String, String> challenge =
                start(client, "grace@example.com", own.open()).challengeParameters();

        assertThat(challenge.get("USER_ID_FOR_SRP")).matches("[0-9a-f-]{36}");
        assertThat(answer(client, own.answer(challenge, PASSWORD)).authenticationResult())
                .isNotNull();
    }

    @Test
    void administratorsHaveTheSameFlow() {
        String user = newUser();
        Map<String, String> challenge = SDK.adminInitiateAuth(r -> r.userPoolId(POOL.get())
                        .clientId(CLIENT.get())
                        .authFlow(AuthFlowType.USER_SRP_AUTH)
                        .authParameters(
                                Map.of("USERNAME", user, "SRP_A", srp.get().open())))
                .challengeParameters();

        var answered = SDK.adminRespondToAuthChallenge(r -> r.userPoolId(POOL.get())
                .clientId(CLIENT.get())
                .challengeName(ChallengeNameType.PASSWORD_VERIFIER)
                .challengeResponses(srp.get().answer(challenge, PASSWORD)));
        assertThat(answered.authenticationResult().idToken()).isNotEmpty();
    }

    @Test
    void temporaryPasswordLeadsToTheUsersOwn() {
        String user = CognitoFixture.unique("new");
        COGNITO.newUser(POOL.get(), user);

        var demanded =
                answer(CLIENT.get(), srp.get().answer(start(CLIENT.get(), user).challengeParameters(), PASSWORD));

        assertThat(demanded.challengeName()).isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);
        SDK.respondToAuthChallenge(r -> r.clientId(CLIENT.get())
                .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                .session(demanded.session())
                .challengeResponses(Map.of("USERNAME", user, "NEW_PASSWORD", "My-Own-Horse-43")));
        assertThat(answer(
                                CLIENT.get(),
                                srp.get().answer(start(CLIENT.get(), user).challengeParameters(), "My-Own-Horse-43"))
                        .authenticationResult())
                .isNotNull();
    }

    @Test
    void challengeTakesOneAnswerOnly() {
        String user = newUser();
        Map<String, String> good = start(CLIENT.get(), user).challengeParameters();
        Map<String, String> proof = srp.get().answer(good, PASSWORD);
        answer(CLIENT.get(), proof);
        assertThat(refusal(() -> answer(CLIENT.get(), proof))).isEqualTo(WRONG);

        Map<String, String> bad = start(CLIENT.get(), user).challengeParameters();
        assertThat(refusal(() -> answer(CLIENT.get(), srp.get().answer(bad, "Wrong-Horse-42"))))
                .isEqualTo(WRONG);
        assertThat(refusal(() -> answer(CLIENT.get(), srp.get().answer(bad, PASSWORD))))
                .isEqualTo(WRONG);
    }

    @Test
    void answerIsTheUsersOwn() {
        String user = newUser();
        Map<String, String> proof = srp.get().answer(start(CLIENT.get(), user).challengeParameters(), PASSWORD);
        proof.put("USERNAME", newUser());
        assertThat(refusal(() -> answer(CLIENT.get(), proof)))
                .isEqualTo("NotAuthorizedException: Invalid session for the user.");
    }

    /** As measured of AWS: what is readable but spelled otherwise than AWS would is a wrong proof. */
    @Test
    void timestampIsOfNowAndSpelledAsCognitoDoes() {
        String user = newUser();
        Instant longAgo = Instant.now().minusSeconds(600);
        assertThat(refusal(() -> prove(user, SrpClient.time(longAgo)))).isEqualTo(WRONG);
        assertThat(refusal(
                        () -> prove(user, "Xxx" + SrpClient.time(Instant.now()).substring(3))))
                .isEqualTo(WRONG);
        prove(user, SrpClient.time(Instant.now().minusSeconds(60)));
    }

    private void prove(String user, String timestamp) {
        answer(CLIENT.get(), srp.get().answer(start(CLIENT.get(), user).challengeParameters(), PASSWORD, timestamp));
    }

    /** Contract row 25. */
    @Test
    @Row(25)
    void unknownUserIsAskedLikeAnyOther() {
        String client =
                ACCOUNT.client(POOL.get(), r -> r.preventUserExistenceErrors(PreventUserExistenceErrorTypes.ENABLED));

        Map<String, String> first = start(client, "nobody").challengeParameters();
        Map<String, String> again = start(client, "Nobody").challengeParameters();
        Map<String, String> other = start(client, "nobody-else").challengeParameters();

        assertThat(first.get("USER_ID_FOR_SRP")).matches("[0-9a-f-]{36}").isEqualTo(again.get("USER_ID_FOR_SRP"));
        assertThat(first.get("SALT")).isEqualTo(again.get("SALT")).isNotEqualTo(other.get("SALT"));
        assertThat(first.get("SRP_B")).isNotEqualTo(again.get("SRP_B"));
        assertThat(refusal(() -> answer(client, srp.get().answer(first, PASSWORD))))
                .isEqualTo(WRONG);
        assertThat(refusal(() -> start(CLIENT.get(), "nobody")))
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    /** Contract rows 10 and 13. */
    @Test
    @Row({10, 13})
    void stateOfTheUserIsJudgedAtTheAnswer() {
        String user = newUser();
        SDK.adminDisableUser(r -> r.userPoolId(POOL.get()).username(user));
        assertThat(refusal(() -> prove(user, SrpClient.time(Instant.now()))))
                .isEqualTo("NotAuthorizedException: User is disabled.");
        SDK.adminEnableUser(r -> r.userPoolId(POOL.get()).username(user));

        Map<String, String> before = srp.get().answer(start(CLIENT.get(), user).challengeParameters(), PASSWORD);
        ACCOUNT.setPassword(POOL.get(), user, PASSWORD);
        assertThat(refusal(() -> answer(CLIENT.get(), before))).isEqualTo(WRONG);

        SDK.adminResetUserPassword(r -> r.userPoolId(POOL.get()).username(user));
        assertThat(refusal(() -> prove(user, SrpClient.time(Instant.now()))))
                .startsWith("PasswordResetRequiredException");
    }

    @Test
    void userWhoIsDeletedMeanwhileIsNobody() {
        String user = newUser();
        Map<String, String> proof = srp.get().answer(start(CLIENT.get(), user).challengeParameters(), PASSWORD);
        SDK.adminDeleteUser(r -> r.userPoolId(POOL.get()).username(user));

        assertThat(refusal(() -> answer(CLIENT.get(), proof))).isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    void clientWithASecretProvesItTwice() {
        String user = newUser();
        UserPoolClientType client = ACCOUNT.newClient(POOL.get(), r -> r.generateSecret(true));
        assertThat(refusal(() -> start(client.clientId(), user)))
                .endsWith("is configured with secret but SECRET_HASH was not received");
        Map<String, String> parameters =
                new HashMap<>(Map.of("USERNAME", user, "SRP_A", srp.get().open()));
        parameters.put("SECRET_HASH", Account.secretHash(client, user));

        Map<String, String> unproven =
                srp.get().answer(start(client.clientId(), parameters).challengeParameters(), PASSWORD);
        assertThat(refusal(() -> answer(client.clientId(), unproven)))
                .endsWith("is configured with secret but SECRET_HASH was not received");
        Map<String, String> proof =
                srp.get().answer(start(client.clientId(), parameters).challengeParameters(), PASSWORD);
        proof.put("SECRET_HASH", Account.secretHash(client, user));
        assertThat(answer(client.clientId(), proof).authenticationResult()).isNotNull();
    }

    private InitiateAuthResponse start(String client, String user) {
        return start(client, user, srp.get().open());
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
