package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.attribute;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.toMap;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/** What may be a username, and for how long. */
@ContractSuite
class UsernameContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @Test
    @Row({1, 8})
    void takenUsernameIsRefused() {
        String user = COGNITO.newUser(COGNITO.pool(), unique("user")).username();

        assertThat(refusal(() -> COGNITO.newUser(COGNITO.pool(), user)))
                .isEqualTo("UsernameExistsException: User account already exists");
    }

    @Test
    @Row(1)
    void oneOfManyAtOnceGetsTheName() {
        String name = unique("race");
        List<CompletableFuture<Boolean>> attempts = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> isCreated(name)))
                .toList();

        assertThat(attempts.stream().filter(CompletableFuture::join)).hasSize(1);
    }

    private static boolean isCreated(String name) {
        try {
            return COGNITO.newUser(COGNITO.pool(), name).username().equals(name);
        } catch (UsernameExistsException e) {
            return false;
        }
    }

    @Test
    @Row(1)
    void caseMattersUnlessThePoolSaysOtherwise() {
        String pool = COGNITO.newPool();
        COGNITO.newUser(pool, "grace");

        assertThat(COGNITO.newUser(pool, "Grace").username()).isEqualTo("Grace");
        assertThat(refusal(() -> SDK.adminGetUser(r -> r.userPoolId(pool).username("GRACE"))))
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    @Row(1)
    void poolMayFoldCase() {
        String pool = COGNITO.newPool(r -> r.usernameConfiguration(c -> c.caseSensitive(false)));
        COGNITO.newUser(pool, "grace");

        assertThat(refusal(() -> COGNITO.newUser(pool, "Grace"))).startsWith("UsernameExistsException");
        assertThat(SDK.adminGetUser(r -> r.userPoolId(pool).username("GRACE")).username())
                .isEqualTo("grace");
    }

    @Test
    @Row({1, 11})
    void usernameIsFreeOnceItsUserIsDeleted() {
        UserType first = COGNITO.newUser(COGNITO.pool(), unique("user"));
        SDK.adminDeleteUser(r -> r.userPoolId(COGNITO.pool()).username(first.username()));

        UserType second = COGNITO.newUser(COGNITO.pool(), first.username());

        assertThat(toMap(second.attributes()).get("sub"))
                .isNotNull()
                .isNotEqualTo(toMap(first.attributes()).get("sub"));
    }

    @Test
    @Row(2)
    void emailPoolStoresTheAddressAndUsesTheSubAsUsername() {
        String pool = COGNITO.newPool(r -> r.usernameAttributes(UsernameAttributeType.EMAIL));

        UserType user = COGNITO.newUser(pool, "grace@example.com");

        assertThat(toMap(user.attributes())).containsEntry("email", "grace@example.com");
        assertThat(user.username()).isEqualTo(toMap(user.attributes()).get("sub"));
        assertThat(SDK.adminGetUser(r -> r.userPoolId(pool).username("grace@example.com"))
                        .username())
                .isEqualTo(user.username());
        assertThat(refusal(() -> COGNITO.newUser(pool, "grace@example.com"))).startsWith("UsernameExistsException");
    }

    @Test
    @Row(2)
    void poolOfAddressesRefusesOtherUsernames() {
        String email = COGNITO.newPool(r -> r.usernameAttributes(UsernameAttributeType.EMAIL));
        String phone = COGNITO.newPool(r -> r.usernameAttributes(UsernameAttributeType.PHONE_NUMBER));
        String both = COGNITO.newPool(
                r -> r.usernameAttributes(UsernameAttributeType.EMAIL, UsernameAttributeType.PHONE_NUMBER));

        assertThat(refusal(() -> COGNITO.newUser(email, "grace")))
                .isEqualTo("InvalidParameterException: Username should be an email.");
        assertThat(refusal(() -> COGNITO.newUser(phone, "grace@example.com")))
                .isEqualTo("InvalidParameterException: Username should be a phone number.");
        assertThat(refusal(() -> COGNITO.newUser(both, "grace")))
                .isEqualTo("InvalidParameterException: Username should be either an email or a phone number.");
        assertThat(toMap(COGNITO.newUser(both, "+491701234567").attributes()))
                .containsEntry("phone_number", "+491701234567");
    }

    @Test
    @Row({2, 9})
    void addressThatSomebodySignsInWithIsRefused() {
        String pool = COGNITO.newPool(r -> r.usernameAttributes(UsernameAttributeType.EMAIL));
        COGNITO.newUser(pool, "a@example.com");
        COGNITO.newUser(pool, "b@example.com");

        assertThat(refusal(() -> SDK.adminUpdateUserAttributes(r -> r.userPoolId(pool)
                        .username("b@example.com")
                        .userAttributes(attribute("email", "a@example.com")))))
                .startsWith("AliasExistsException");
    }
}
