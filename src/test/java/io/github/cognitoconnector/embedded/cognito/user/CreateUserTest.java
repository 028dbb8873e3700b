package io.github.cognitoconnector.embedded.cognito.user;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.DEMO;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.toMap;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

class CreateUserTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    /** Contract row 5. */
    @Test
    void newUserHasToChangeThePassword() {
        UserType user = COGNITO.newUser(DEMO, unique("new"), attribute("email", "new@example.com"));

        assertThat(user.userStatus()).isEqualTo(UserStatusType.FORCE_CHANGE_PASSWORD);
        assertThat(user.enabled()).isTrue();
        assertThat(user.userCreateDate()).isEqualTo(user.userLastModifiedDate());
        assertThat(toMap(user.attributes()))
                .containsEntry("email", "new@example.com")
                .containsKey("sub");
    }

    /** Contract row 8. */
    @Test
    void takenUsernameIsRefused() {
        assertThat(refusal(() -> COGNITO.newUser(DEMO, "ada")))
                .isEqualTo("UsernameExistsException: User account already exists");
    }

    @Test
    void oneOfManyAtOnceGetsTheName() {
        String name = unique("race");
        List<CompletableFuture<Boolean>> attempts = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> isCreated(name)))
                .toList();

        assertThat(attempts.stream().filter(CompletableFuture::join)).hasSize(1);
    }

    private static boolean isCreated(String name) {
        try {
            return COGNITO.newUser(DEMO, name).username().equals(name);
        } catch (UsernameExistsException e) {
            return false;
        }
    }

    /** Contract row 1. */
    @Test
    void caseMattersUnlessThePoolSaysOtherwise() {
        String folding = COGNITO.newPool(r -> r.usernameConfiguration(c -> c.caseSensitive(false)));
        String exact = COGNITO.newPool();
        COGNITO.newUser(folding, "grace");
        COGNITO.newUser(exact, "grace");

        assertThat(refusal(() -> COGNITO.newUser(folding, "Grace"))).startsWith("UsernameExistsException");
        assertThat(SDK.adminGetUser(r -> r.userPoolId(folding).username("GRACE"))
                        .username())
                .isEqualTo("grace");
        assertThat(COGNITO.newUser(exact, "Grace").username()).isEqualTo("Grace");
    }

    /** Contract row 2. */
    @Test
    void emailPoolStoresTheAddressAndUsesTheSubAsUsername() {
        String pool = COGNITO.newPool(r -> r.usernameAttributes(UsernameAttributeType.EMAIL));

        UserType user = COGNITO.newUser(pool, "grace@example.com");

        assertThat(toMap(user.attributes())).containsEntry("email", "grace@example.com");
        assertThat(user.username()).isEqualTo(toMap(user.attributes()).get("sub"));
        assertThat(SDK.adminGetUser(r -> r.userPoolId(pool).username("grace@example.com"))
                        .username())
                .isEqualTo(user.username());
        assertThat(refusal(() -> COGNITO.newUser(pool, "grace")))
                .isEqualTo("InvalidParameterException: Username should be an email.");
        assertThat(refusal(() -> COGNITO.newUser(pool, "grace@example.com"))).startsWith("UsernameExistsException");
    }

    /** Contract row 3. */
    @Test
    void aliasCountsOnceVerifiedAndCanBeTaken() {
        String pool = COGNITO.newPool(r -> r.aliasAttributes(AliasAttributeType.EMAIL));
        var email = attribute("email", "grace@example.com");
        var verified = attribute("email_verified", "true");
        COGNITO.newUser(pool, "unverified", email);
        COGNITO.newUser(pool, "first", email, verified);

        assertThat(SDK.adminGetUser(r -> r.userPoolId(pool).username("grace@example.com"))
                        .username())
                .isEqualTo("first");
        assertThat(refusal(() -> COGNITO.newUser(pool, "second", email, verified)))
                .startsWith("AliasExistsException");

        COGNITO.newUser(pool, "second", r -> r.userAttributes(email, verified).forceAliasCreation(true));
        assertThat(SDK.adminGetUser(r -> r.userPoolId(pool).username("grace@example.com"))
                        .username())
                .isEqualTo("second");
        assertThat(toMap(SDK.adminGetUser(r -> r.userPoolId(pool).username("first"))
                        .userAttributes()))
                .containsEntry("email_verified", "false");
        assertThat(refusal(() -> COGNITO.newUser(pool, "looks@like.mail")))
                .startsWith("InvalidParameterException: Username cannot be of email format");
    }

    @Test
    void attributesHaveToFitTheSchema() {
        assertThat(refusal(() -> COGNITO.newUser(DEMO, unique("x"), attribute("custom:none", "1"))))
                .isEqualTo("InvalidParameterException: Attributes did not conform to the schema: custom:none:"
                        + " Attribute does not exist in the schema.");
        assertThat(refusal(() -> COGNITO.newUser(DEMO, unique("x"), attribute("email", "nonsense"))))
                .isEqualTo("InvalidParameterException: Invalid email address format.");
        assertThat(refusal(() -> COGNITO.newUser(DEMO, unique("x"), attribute("phone_number", "0123"))))
                .isEqualTo("InvalidParameterException: Invalid phone number format.");
        assertThat(refusal(() -> COGNITO.newUser(DEMO, unique("x"), attribute("sub", "mine"))))
                .startsWith("InvalidParameterException");
        assertThat(refusal(() -> COGNITO.newUser(DEMO, unique("x"), attribute("updated_at", "yesterday"))))
                .startsWith("InvalidParameterException: Attributes did not conform to the schema: updated_at");
    }

    @Test
    void temporaryPasswordHasToSatisfyThePolicy() {
        assertThat(refusal(() -> COGNITO.newUser(DEMO, unique("x"), r -> r.temporaryPassword("Ab1!"))))
                .isEqualTo("InvalidPasswordException: Password did not conform with policy: Password not long enough");
        assertThat(refusal(() -> COGNITO.newUser(DEMO, unique("x"), r -> r.temporaryPassword("Abcdefg1"))))
                .isEqualTo("InvalidPasswordException: Password did not conform with policy:"
                        + " Password must have symbol characters");
    }

    @Test
    void invitationGoesToTheAddressOfTheMediumAskedFor() {
        String name = unique("invited");
        SDK.adminCreateUser(r -> r.userPoolId(DEMO)
                .username(name)
                .desiredDeliveryMediums(DeliveryMediumType.EMAIL)
                .userAttributes(attribute("email", name + "@example.com")));

        assertThat(COGNITO.control("GET", "messages", "").body())
                .contains("\"destination\":\"" + name + "@example.com\",\"temporaryPassword\":\"");
    }

    /** Contract row 5: the default medium is SMS, and a user without a number gets none. */
    @Test
    void invitationWithoutAMediumNeedsANumber() {
        String name = unique("silent");
        SDK.adminCreateUser(
                r -> r.userPoolId(DEMO).username(name).userAttributes(attribute("email", name + "@example.com")));

        assertThat(COGNITO.control("GET", "messages", "").body()).doesNotContain(name);
    }

    /** Contract row 6. */
    @Test
    void resendNeedsAUserWhoWasInvitedAndNeverSignedIn() {
        String name = unique("again");
        COGNITO.newUser(DEMO, name, attribute("phone_number", "+491701234567"));

        SDK.adminCreateUser(r -> r.userPoolId(DEMO).username(name).messageAction(MessageActionType.RESEND));

        assertThat(COGNITO.control("GET", "messages", "").body())
                .contains("\"medium\":\"SMS\",\"userPoolId\":\"us-east-1_demo\",\"username\":\"" + name);
        assertThat(refusal(() -> SDK.adminCreateUser(
                        r -> r.userPoolId(DEMO).username("nobody").messageAction(MessageActionType.RESEND))))
                .isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(refusal(() -> SDK.adminCreateUser(
                        r -> r.userPoolId(DEMO).username("ada").messageAction(MessageActionType.RESEND))))
                .startsWith("UnsupportedUserStateException");
    }
}
