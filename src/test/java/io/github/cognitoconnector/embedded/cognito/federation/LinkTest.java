package io.github.cognitoconnector.embedded.cognito.federation;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.toMap;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.contract.Row;
import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import io.github.cognitoconnector.embedded.cognito.testing.Federation;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

class LinkTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final FactorPool POOL = FactorPool.create(COGNITO, r -> {});
    private static final Federation WORLD = Federation.in(POOL);
    private static final String INVALID = "InvalidParameterException: ";
    private static final String SUBJECT = "Cognito_Subject";

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    /** Contract row 27. */
    @Test
    @Row(27)
    void sourceIsAUserOfAKnownProviderNamedTheRightWay() {
        String user = POOL.user();
        assertThat(refusal(() -> WORLD.link(user, "Cognito", SUBJECT, POOL.user())))
                .startsWith(INVALID + "Invalid SourceUser: Cognito users with a username/password");
        assertThat(refusal(() -> WORLD.link(user, "Facebook", SUBJECT, "1"))).startsWith("ResourceNotFoundException");
        assertThat(refusal(() -> WORLD.link(user, "Google", "email", "a@example.com")))
                .startsWith(INVALID + "Invalid SourceUser");
        assertThat(refusal(() -> WORLD.link(user, "Corporate", "", "a@example.com")))
                .startsWith(INVALID);
        assertThat(refusal(() -> WORLD.link(user, "Corporate", "email", ""))).startsWith(INVALID);
        assertThat(refusal(() -> WORLD.link("nobody", "Google", SUBJECT, "1")))
                .isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(toMap(WORLD.get(user).userAttributes())).doesNotContainKey("identities");
    }

    /** Contract row 27. */
    @Test
    @Row(27)
    void sourceMustBeNobodyYet() {
        String user = POOL.user();
        String other = POOL.user();
        String subject = unique("1");
        WORLD.link(user, "Google", SUBJECT, subject);
        assertThat(refusal(() -> WORLD.link(user, "Google", SUBJECT, subject)))
                .isEqualTo(INVALID + "SourceUser is already linked to DestinationUser");
        assertThat(refusal(() -> WORLD.link(other, "Google", SUBJECT, subject))).startsWith("AliasExistsException");

        String existing = unique("1");
        COGNITO.arrive(WORLD.pool(), "Google", existing, Map.of());
        assertThat(refusal(() -> WORLD.link(user, "Google", SUBJECT, existing)))
                .isEqualTo(INVALID + "Merging is not currently supported, provide a SourceUser that has not been"
                        + " signed up in order to link");
    }

    @Test
    void linkedIdentityIsTheUserUntilItIsTakenAway() {
        String user = POOL.user();
        String subject = unique("1");
        WORLD.link(user, "Google", SUBJECT, subject);
        COGNITO.arrive(WORLD.pool(), "Google", subject, Map.of("name", "Ada"));
        assertThat(toMap(WORLD.get(user).userAttributes())).containsEntry("name", "Ada");
        assertThat(refusal(() -> WORLD.get("Google_" + subject))).startsWith("UserNotFoundException");

        WORLD.disable("Google", SUBJECT, subject);
        assertThat(toMap(WORLD.get(user).userAttributes())).doesNotContainKey("identities");
        assertThat(POOL.signIn(user).authenticationResult()).isNotNull();
        COGNITO.arrive(WORLD.pool(), "Google", subject, Map.of("name", "Eve"));
        assertThat(WORLD.get("Google_" + subject).userStatusAsString()).isEqualTo("EXTERNAL_PROVIDER");
        assertThat(refusal(() -> WORLD.disable("Google", SUBJECT, "nobody"))).startsWith("UserNotFoundException");
        assertThat(refusal(() -> WORLD.disable("Facebook", SUBJECT, subject))).startsWith("ResourceNotFoundException");
    }

    @Test
    void linkByAnAttributeBecomesOneBySubjectAtTheFirstSignIn() {
        String user = POOL.user();
        String mail = unique("ada") + "@example.com";
        WORLD.link(user, "Corporate", "email", mail);
        COGNITO.arrive(WORLD.pool(), "Corporate", "ada-at-work", Map.of("email", mail));
        assertThat(toMap(WORLD.get(user).userAttributes()).get("identities"))
                .contains("\"userId\":\"ada-at-work\"", "\"providerType\":\"SAML\"");

        assertThat(refusal(() -> WORLD.disable("Corporate", "email", mail))).startsWith("UserNotFoundException");
        WORLD.disable("Corporate", SUBJECT, "ada-at-work");
        assertThat(toMap(WORLD.get(user).userAttributes())).doesNotContainKey("identities");
    }

    @Test
    void ownUserLosesThePassword() {
        String user = POOL.user();
        WORLD.disable("Cognito", SUBJECT, user);

        assertThat(refusal(() -> POOL.signIn(user))).startsWith("NotAuthorizedException");
        assertThat(WORLD.get(user).userStatusAsString()).isEqualTo("EXTERNAL_PROVIDER");
    }

    @Test
    void firstSignInMakesAUserInTheGroupOfTheProvider() {
        String subject = unique("1");
        COGNITO.arrive(WORLD.pool(), "Google", subject, Map.of("email", "ada@example.com"));
        String user = "Google_" + subject;

        assertThat(WORLD.get(user).userStatusAsString()).isEqualTo("EXTERNAL_PROVIDER");
        assertThat(toMap(WORLD.get(user).userAttributes()))
                .containsEntry("email", "ada@example.com")
                .hasEntrySatisfying("identities", text -> assertThat(text).contains("\"primary\":true"));
        assertThat(SDK.adminListGroupsForUser(r -> r.userPoolId(POOL.pool()).username(user))
                        .groups())
                .singleElement()
                .satisfies(group -> assertThat(group.groupName()).isEqualTo(POOL.pool() + "_Google"));
        assertThat(refusal(() -> POOL.signIn(user))).startsWith("NotAuthorizedException");

        String sub = toMap(WORLD.get(user).userAttributes()).get("sub");
        COGNITO.arrive(WORLD.pool(), "Google", subject, Map.of("email", "ada@example.org"));
        assertThat(toMap(WORLD.get(user).userAttributes()))
                .containsEntry("sub", sub)
                .containsEntry("email", "ada@example.org");
    }

    /** Contract row 12. */
    @Test
    @Row(12)
    void passwordMakesAFederatedUserConfirmed() {
        String subject = unique("1");
        COGNITO.arrive(WORLD.pool(), "Google", subject, Map.of());
        SDK.adminSetUserPassword(r -> r.userPoolId(POOL.pool())
                .username("Google_" + subject)
                .password(PASSWORD)
                .permanent(true));

        assertThat(WORLD.get("Google_" + subject).userStatusAsString()).isEqualTo("CONFIRMED");
        assertThat(POOL.signIn("Google_" + subject).authenticationResult()).isNotNull();
    }

    @Test
    void userOfAProviderAloneIsDisabledWithIt() {
        String subject = unique("1");
        COGNITO.arrive(WORLD.pool(), "Google", subject, Map.of());
        WORLD.disable("Google", SUBJECT, subject);

        assertThat(WORLD.get("Google_" + subject).enabled()).isFalse();
        assertThat(COGNITO.tryToArrive(WORLD.pool(), "Google", subject, Map.of())
                        .body())
                .contains("User is disabled.");
    }

    @Test
    void federatedUserMayHaveTheAddressOfAnother() {
        FactorPool pool = FactorPool.create(COGNITO, r -> r.usernameAttributesWithStrings("email"));
        Federation world = Federation.in(pool);
        String mail = unique("ada") + "@example.com";
        COGNITO.arrive(world.pool(), "Google", "1", Map.of("email", mail));
        COGNITO.newUser(pool.pool(), mail);

        assertThat(world.get(mail).userStatusAsString()).isEqualTo("FORCE_CHANGE_PASSWORD");
        assertThat(refusal(() -> COGNITO.newUser(pool.pool(), mail))).startsWith("UsernameExistsException");
    }

    @Test
    void doorComplainsOfWhatItDoesNotUnderstand() {
        for (String body : List.of(
                "[]",
                "{\"userPoolId\":\"" + POOL.pool() + "\",\"providerName\":\"Google\"}",
                "{\"userPoolId\":\"" + POOL.pool() + "\",\"providerName\":\"Google\",\"userId\":\"1\",\"more\":1}",
                "{\"userPoolId\":\"" + POOL.pool()
                        + "\",\"providerName\":\"Google\",\"userId\":\"1\",\"attributes\":{\"a\":1}}")) {
            assertThat(COGNITO.control("POST", "federated-users", body).statusCode())
                    .isEqualTo(400);
        }
        assertThat(COGNITO.tryToArrive(WORLD.pool(), "Google", "1", Map.of("nonsense", "1"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(COGNITO.tryToArrive(WORLD.pool(), "Facebook", "1", Map.of()).statusCode())
                .isEqualTo(400);
    }
}
