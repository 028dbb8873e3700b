package io.github.cognitoconnector.embedded.cognito.user;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import io.github.cognitoconnector.embedded.cognito.testing.Federation;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;

/** Contract rows 2 and 3: no two users sign in with the same thing, whatever makes it count. */
class UniqueSignInTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final String NEW = "My-Own-Horse-43";
    private static final String NAME_TAKEN =
            "AliasExistsException: An account with the given preferred_username already exists.";
    private static final String EMAIL_TAKEN = "AliasExistsException: An account with the given email already exists.";

    private final String aliases =
            COGNITO.newPool(r -> r.aliasAttributes(AliasAttributeType.PREFERRED_USERNAME, AliasAttributeType.EMAIL));

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    private static AdminGetUserResponse get(String pool, String name) {
        return SDK.adminGetUser(r -> r.userPoolId(pool).username(name));
    }

    private static boolean tryNewPassword(String client, String user, String session, Map<String, String> more) {
        Map<String, String> answers = new HashMap<>(Map.of("USERNAME", user, "NEW_PASSWORD", NEW));
        answers.putAll(more);
        return SDK.respondToAuthChallenge(r -> r.clientId(client)
                        .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                        .session(session)
                        .challengeResponses(answers))
                .hasChallengeParameters();
    }

    @Test
    void passwordThatConfirmsMakesNoNameCountTwice() {
        COGNITO.newUser(aliases, "ada", attribute("preferred_username", "countess"));
        COGNITO.newUser(aliases, "byron", attribute("preferred_username", "countess"));
        ACCOUNT.setPassword(aliases, "ada", PASSWORD);

        assertThat(refusal(() -> ACCOUNT.setPassword(aliases, "byron", PASSWORD)))
                .isEqualTo(NAME_TAKEN);
        String client = ACCOUNT.client(aliases);
        String session = ACCOUNT.start(client, "byron", PASSWORD).session();
        assertThat(refusal(() -> tryNewPassword(client, "byron", session, Map.of())))
                .isEqualTo(NAME_TAKEN);
        assertThat(get(aliases, "countess").username()).isEqualTo("ada");

        SDK.adminDeleteUser(r -> r.userPoolId(aliases).username("ada"));
        assertThat(tryNewPassword(client, "byron", session, Map.of()))
                .as("the refusal left the session open")
                .isTrue();
        assertThat(get(aliases, "countess").username()).isEqualTo("byron");
    }

    @Test
    void resetPasswordDoesNotGiveTheNameUp() {
        ACCOUNT.confirmed(
                aliases,
                "ada",
                attribute("preferred_username", "countess"),
                attribute("email", "ada@example.com"),
                attribute("email_verified", "true"));
        SDK.adminResetUserPassword(r -> r.userPoolId(aliases).username("ada"));

        assertThat(get(aliases, "countess").username()).isEqualTo("ada");
        COGNITO.newUser(aliases, "byron", attribute("preferred_username", "countess"));
        assertThat(refusal(() -> ACCOUNT.setPassword(aliases, "byron", PASSWORD)))
                .isEqualTo(NAME_TAKEN);
    }

    @Test
    void markWithoutAnAddressVerifiesNoAddressGivenLater() {
        ACCOUNT.confirmed(aliases, "ada", attribute("email", "ada@example.com"), attribute("email_verified", "true"));
        COGNITO.newUser(aliases, "byron", attribute("email_verified", "true"));
        String client = ACCOUNT.client(aliases);
        String session = ACCOUNT.start(client, "byron", PASSWORD).session();

        assertThat(tryNewPassword(
                        client,
                        "byron",
                        session,
                        Map.of("userAttributes.email", "ada@example.com", "userAttributes.name", "")))
                .isTrue();
        assertThat(get(aliases, "ada@example.com").username()).isEqualTo("ada");
        assertThat(toMap(get(aliases, "byron").userAttributes()))
                .containsEntry("email_verified", "false")
                .doesNotContainKey("name");
    }

    @Test
    void ofManyWhoGiveTheSameAddressAtOnceOneGetsIt() {
        String pool = COGNITO.newPool(
                r -> r.usernameAttributes(UsernameAttributeType.EMAIL, UsernameAttributeType.PHONE_NUMBER));
        String client = ACCOUNT.client(pool);
        List<String> numbers =
                IntStream.range(0, 16).mapToObj(i -> "+4915112345" + (100 + i)).toList();
        numbers.forEach(number -> COGNITO.newUser(pool, number));
        Map<String, String> same = Map.of("userAttributes.email", "same@example.com");

        List<CompletableFuture<String>> answers = numbers.stream()
                .map(number -> CompletableFuture.supplyAsync(() -> {
                    String session = ACCOUNT.start(client, number, PASSWORD).session();
                    try {
                        tryNewPassword(client, number, session, same);
                        return "";
                    } catch (RuntimeException e) {
                        return e.getClass().getSimpleName();
                    }
                }))
                .toList();

        List<String> outcomes =
                answers.stream().map(CompletableFuture::join).sorted().toList();
        assertThat(outcomes.getFirst()).isEmpty();
        assertThat(outcomes.subList(1, outcomes.size())).containsOnly("AliasExistsException");
    }

    @Test
    void providersUserWithTheAddressOfAnotherGetsNoPassword() {
        FactorPool pool = FactorPool.create(COGNITO, r -> r.usernameAttributes(UsernameAttributeType.EMAIL));
        Federation world = Federation.in(pool);
        COGNITO.arrive(world.pool(), "Corporate", "7", Map.of("email", "ada@example.com"));
        COGNITO.newUser(pool.pool(), "ada@example.com");

        assertThat(refusal(() -> ACCOUNT.setPassword(pool.pool(), "Corporate_7", PASSWORD)))
                .isEqualTo(EMAIL_TAKEN);
        assertThat(world.get("Corporate_7").userStatus()).isEqualTo(UserStatusType.EXTERNAL_PROVIDER);
    }

    @Test
    void providerCannotGiveALinkedUserTheAddressOfAnother() {
        FactorPool pool = FactorPool.create(COGNITO, r -> r.usernameAttributes(UsernameAttributeType.EMAIL));
        Federation world = Federation.in(pool);
        String ada = COGNITO.newUser(pool.pool(), "ada@example.com").username();
        COGNITO.newUser(pool.pool(), "byron@example.com");
        world.link(ada, "Corporate", "Cognito_Subject", "7");

        var refused = COGNITO.tryToArrive(world.pool(), "Corporate", "7", Map.of("email", "byron@example.com"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("An account with the given email already exists.");
        assertThat(toMap(world.get(ada).userAttributes())).containsEntry("email", "ada@example.com");

        COGNITO.arrive(world.pool(), "Corporate", "7", Map.of("email", "countess@example.com"));
        assertThat(toMap(world.get(ada).userAttributes()))
                .containsEntry("email", "countess@example.com")
                .containsEntry("email_verified", "false");
    }

    /** Who signs in at the provider needs no alias, and takes none away. */
    @Test
    void verifiedAddressOfAProvidersUserStaysItsOwnersAlias() {
        FactorPool pool = FactorPool.create(COGNITO, r -> r.aliasAttributes(AliasAttributeType.EMAIL));
        Federation world = Federation.in(pool);
        ACCOUNT.confirmed(
                pool.pool(), "ada", attribute("email", "ada@example.com"), attribute("email_verified", "true"));
        COGNITO.arrive(world.pool(), "Corporate", "7", Map.of());

        SDK.adminUpdateUserAttributes(r -> r.userPoolId(pool.pool())
                .username("Corporate_7")
                .userAttributes(attribute("email", "ada@example.com"), attribute("email_verified", "true")));

        assertThat(world.get("ada@example.com").username()).isEqualTo("ada");
        assertThat(toMap(world.get("ada").userAttributes())).containsEntry("email_verified", "true");
    }
}
