package io.github.cognitoconnector.embedded.cognito.token;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.contract.Row;
import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

/** Every operation that takes an access token refuses the same tokens for the same reasons. */
class AccessTokenTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final String POOL = COGNITO.newPool();
    private static final String CLIENT = ACCOUNT.client(POOL);
    private static final String REVOKED = "NotAuthorizedException: Access Token has been revoked";

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                of("GetUser", token -> SDK.getUser(r -> r.accessToken(token))),
                of("GlobalSignOut", token -> SDK.globalSignOut(r -> r.accessToken(token))),
                of("DeleteUser", token -> SDK.deleteUser(r -> r.accessToken(token))),
                of(
                        "UpdateUserAttributes",
                        token -> SDK.updateUserAttributes(
                                r -> r.accessToken(token).userAttributes(attribute("name", "x")))),
                of(
                        "DeleteUserAttributes",
                        token -> SDK.deleteUserAttributes(
                                r -> r.accessToken(token).userAttributeNames("name"))),
                of(
                        "GetUserAttributeVerificationCode",
                        token -> SDK.getUserAttributeVerificationCode(
                                r -> r.accessToken(token).attributeName("email"))),
                of(
                        "VerifyUserAttribute",
                        token -> SDK.verifyUserAttribute(
                                r -> r.accessToken(token).attributeName("email").code("123456"))),
                of(
                        "ChangePassword",
                        token -> SDK.changePassword(r ->
                                r.accessToken(token).previousPassword(PASSWORD).proposedPassword("New-Horse-43"))));
    }

    private static Arguments of(String name, Consumer<String> call) {
        return Arguments.of(name, call);
    }

    /** Contract row 10. */
    @ParameterizedTest(name = "{0}")
    @Row(10)
    @MethodSource("operations")
    void refusesAUserWhoIsDisabled(String name, Consumer<String> call) {
        String user = newUser();
        String token = tokens(user).accessToken();
        SDK.adminDisableUser(r -> r.userPoolId(POOL).username(user));
        assertThat(refusal(() -> call.accept(token))).isEqualTo("NotAuthorizedException: User is disabled.");
        SDK.adminEnableUser(r -> r.userPoolId(POOL).username(user));
        assertThat(refusal(() -> call.accept(token))).isEqualTo(REVOKED);
    }

    /** Contract row 14. */
    @ParameterizedTest(name = "{0}")
    @Row(14)
    @MethodSource("operations")
    void refusesAUserWhoIsSignedOut(String name, Consumer<String> call) {
        String user = newUser();
        String token = tokens(user).accessToken();
        SDK.adminUserGlobalSignOut(r -> r.userPoolId(POOL).username(user));
        assertThat(refusal(() -> call.accept(token))).isEqualTo(REVOKED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void refusesARevokedToken(String name, Consumer<String> call) {
        AuthenticationResultType tokens = tokens(newUser());
        SDK.revokeToken(r -> r.clientId(CLIENT).token(tokens.refreshToken()));
        assertThat(refusal(() -> call.accept(tokens.accessToken()))).isEqualTo(REVOKED);
    }

    /** Contract row 11. */
    @ParameterizedTest(name = "{0}")
    @Row(11)
    @MethodSource("operations")
    void refusesAUserWhoIsGone(String name, Consumer<String> call) {
        String user = newUser();
        String token = tokens(user).accessToken();
        SDK.adminDeleteUser(r -> r.userPoolId(POOL).username(user));
        assertThat(refusal(() -> call.accept(token))).isEqualTo("UserNotFoundException: User does not exist.");
    }

    /** Contract row 13. */
    @ParameterizedTest(name = "{0}")
    @Row(13)
    @MethodSource("operations")
    void refusesAUserWhoHasToSetAPassword(String name, Consumer<String> call) {
        String user = newUser();
        String token = tokens(user).accessToken();
        SDK.adminResetUserPassword(r -> r.userPoolId(POOL).username(user));
        assertThat(refusal(() -> call.accept(token)))
                .isEqualTo("PasswordResetRequiredException: Password reset required for the user");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void refusesAnExpiredToken(String name, Consumer<String> call) {
        String token = tokens(newUser()).accessToken();
        COGNITO.put("clock", "{\"offsetSeconds\": 3601}");
        assertThat(refusal(() -> call.accept(token))).isEqualTo("NotAuthorizedException: Access Token has expired");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void refusesWhatIsNoAccessTokenOfAUser(String name, Consumer<String> call) {
        String idToken = tokens(newUser()).idToken();
        assertThat(refusal(() -> call.accept(idToken))).isEqualTo("NotAuthorizedException: Invalid Access Token");
        assertThat(refusal(() -> call.accept("a.b.c"))).isEqualTo("NotAuthorizedException: Invalid Access Token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"RS256\",\"kid\":1}",
                "{\"alg\":[\"RS256\"],\"kid\":\"key\"}",
                "{\"alg\":\"RS256\",\"kid\":{}}",
                "{\"alg\":\"none\"}",
                "[]",
                "7"
            })
    void refusesAHeaderThatIsNone(String header) {
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + ".e30.AAAA";
        assertThat(refusal(() -> SDK.getUser(r -> r.accessToken(token))))
                .isEqualTo("NotAuthorizedException: Invalid Access Token");
    }

    private static String newUser() {
        String user = unique("user");
        ACCOUNT.confirmed(POOL, user, attribute("email", user + "@example.com"), attribute("email_verified", "true"));
        return user;
    }

    private static AuthenticationResultType tokens(String user) {
        return ACCOUNT.signIn(CLIENT, user, PASSWORD);
    }
}
