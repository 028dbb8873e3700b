package io.github.cognitoconnector.embedded.cognito.auth;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.DEMO;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

class SignInTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    private static final String WRONG = "NotAuthorizedException: Incorrect username or password.";

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    @Test
    void adaSignsInAtThePublicClient() {
        AuthenticationResultType result = signIn("ada", "Ada-Lovelace-1815!").authenticationResult();

        assertThat(result.tokenType()).isEqualTo("Bearer");
        assertThat(result.expiresIn()).isEqualTo(3600);
        assertThat(SDK.getUser(r -> r.accessToken(result.accessToken())).username())
                .isEqualTo("ada");
    }

    /** Contract rows 10 and 25. */
    @Test
    void refusalsDoNotTellWhy() {
        String user = confirmed();
        assertThat(refusal(() -> signIn(user, "Wrong-Horse-42"))).isEqualTo(WRONG);
        assertThat(refusal(() -> signIn("nobody", PASSWORD))).isEqualTo(WRONG);

        SDK.adminDisableUser(r -> r.userPoolId(DEMO).username(user));
        assertThat(refusal(() -> signIn(user, PASSWORD))).isEqualTo("NotAuthorizedException: User is disabled.");
    }

    /** Contract row 25. */
    @Test
    void legacyClientTellsThatTheUserIsUnknown() {
        String client = SDK.createUserPoolClient(r -> r.userPoolId(DEMO)
                        .clientName("legacy")
                        .explicitAuthFlowsWithStrings("ALLOW_USER_PASSWORD_AUTH"))
                .userPoolClient()
                .clientId();

        assertThat(refusal(() -> signIn(client, Map.of("USERNAME", "nobody", "PASSWORD", PASSWORD))))
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    void flowHasToBeEnabledAndComplete() {
        String client = SDK.createUserPoolClient(r -> r.userPoolId(DEMO).clientName("srp"))
                .userPoolClient()
                .clientId();

        assertThat(refusal(() -> signIn(client, Map.of("USERNAME", "ada", "PASSWORD", PASSWORD))))
                .isEqualTo("InvalidParameterException: USER_PASSWORD_AUTH flow not enabled for this client");
        assertThat(refusal(() -> SDK.adminInitiateAuth(
                        r -> r.userPoolId(DEMO).clientId(client).authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH))))
                .isEqualTo("InvalidParameterException: Auth flow not enabled for this client");
        assertThat(refusal(() -> signIn("demoweb", Map.of("USERNAME", "ada"))))
                .isEqualTo("InvalidParameterException: Missing required parameter PASSWORD");
        assertThat(refusal(() -> signIn("nosuchclient", Map.of())))
                .isEqualTo("ResourceNotFoundException: User pool client nosuchclient does not exist.");
    }

    @Test
    void clientWithASecretHasToProveIt() {
        String user = confirmed();
        Map<String, String> parameters = new HashMap<>(Map.of("USERNAME", user, "PASSWORD", PASSWORD));
        assertThat(refusal(() -> signIn("demoapp", parameters)))
                .endsWith("is configured with secret but SECRET_HASH was not received");
        parameters.put("SECRET_HASH", secretHash("ada"));
        assertThat(refusal(() -> signIn("demoapp", parameters)))
                .isEqualTo("NotAuthorizedException: Unable to verify secret hash for client demoapp");
        parameters.put("SECRET_HASH", secretHash(user));
        assertThat(signIn("demoapp", parameters).authenticationResult().idToken())
                .isNotEmpty();
    }

    @Test
    void temporaryPasswordLeadsToTheUsersOwn() {
        String user = unique("user");
        COGNITO.newUser(DEMO, user, attribute("email", "x@example.com"));

        InitiateAuthResponse challenge = signIn(user, PASSWORD);
        assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);
        assertThat(challenge.challengeParameters().get("userAttributes")).contains("x@example.com");
        assertThat(challenge.authenticationResult()).isNull();
        assertThat(refusal(() -> answer(challenge, user, "weak"))).startsWith("InvalidPasswordException");

        answer(challenge, user, "My-Own-Horse-43");
        assertThat(SDK.adminGetUser(r -> r.userPoolId(DEMO).username(user)).userStatus())
                .isEqualTo(UserStatusType.CONFIRMED);
        assertThat(signIn(user, "My-Own-Horse-43").authenticationResult()).isNotNull();
        assertThat(refusal(() -> answer(challenge, user, "My-Own-Horse-44")))
                .startsWith("NotAuthorizedException: Invalid session");
    }

    @Test
    void challengeBelongsToItsUserAndLastsThreeMinutes() {
        String user = unique("user");
        COGNITO.newUser(DEMO, user);
        InitiateAuthResponse challenge = signIn(user, PASSWORD);

        assertThat(refusal(() -> answer(challenge, "ada", "My-Own-Horse-43")))
                .startsWith("NotAuthorizedException: Invalid session");
        COGNITO.put("clock", "{\"offsetSeconds\": 181}");
        assertThat(refusal(() -> answer(challenge, user, "My-Own-Horse-43")))
                .isEqualTo("NotAuthorizedException: Invalid session for the user, session is expired.");
    }

    /** Contract row 5. */
    @Test
    void temporaryPasswordExpiresAfterTheDaysOfThePolicy() {
        String user = unique("user");
        COGNITO.newUser(DEMO, user);

        COGNITO.put("clock", "{\"offsetSeconds\": " + 7 * 86_400 + "}");
        assertThat(refusal(() -> signIn(user, PASSWORD)))
                .isEqualTo("NotAuthorizedException: Temporary password has expired and must be reset by an"
                        + " administrator.");
    }

    /** Contract row 13. */
    @Test
    void resetPasswordHasToBeChangedFirst() {
        String user = unique("user");
        COGNITO.newUser(DEMO, user, attribute("email", "x@example.com"), attribute("email_verified", "true"));
        SDK.adminSetUserPassword(
                r -> r.userPoolId(DEMO).username(user).password(PASSWORD).permanent(true));
        SDK.adminResetUserPassword(r -> r.userPoolId(DEMO).username(user));

        assertThat(refusal(() -> signIn(user, PASSWORD))).startsWith("PasswordResetRequiredException");
    }

    @Test
    void refreshTokenRenewsTheOthersUntilTheUserIsSignedOut() {
        String user = confirmed();
        AuthenticationResultType first = signIn(user, PASSWORD).authenticationResult();

        AuthenticationResultType renewed = refresh(first.refreshToken()).authenticationResult();
        assertThat(renewed.refreshToken()).isNull();
        assertThat(renewed.accessToken()).isNotEqualTo(first.accessToken());

        // contract row 14
        SDK.adminUserGlobalSignOut(r -> r.userPoolId(DEMO).username(user));
        assertThat(refusal(() -> refresh(first.refreshToken())))
                .isEqualTo("NotAuthorizedException: Invalid Refresh Token");
        assertThat(refusal(() -> SDK.getUser(r -> r.accessToken(renewed.accessToken()))))
                .isEqualTo("NotAuthorizedException: Access Token has been revoked");
    }

    @Test
    void accessTokenExpires() {
        AuthenticationResultType result = signIn(confirmed(), PASSWORD).authenticationResult();
        COGNITO.put("clock", "{\"offsetSeconds\": 3601}");

        assertThat(refusal(() -> SDK.getUser(r -> r.accessToken(result.accessToken()))))
                .isEqualTo("NotAuthorizedException: Access Token has expired");
        assertThat(refusal(() -> SDK.getUser(r -> r.accessToken(result.idToken()))))
                .isEqualTo("NotAuthorizedException: Invalid Access Token");
        assertThat(refusal(() -> SDK.getUser(r -> r.accessToken("a.b.c"))))
                .isEqualTo("NotAuthorizedException: Invalid Access Token");
    }

    /** Contract section 5: revoking ends one sign-in. */
    @Test
    void revokingEndsOneSessionOnly() {
        String user = confirmed();
        AuthenticationResultType revoked = signIn(user, PASSWORD).authenticationResult();
        AuthenticationResultType other = signIn(user, PASSWORD).authenticationResult();

        SDK.revokeToken(r -> r.clientId("demoweb").token(revoked.refreshToken()));

        assertThat(refusal(() -> refresh(revoked.refreshToken()))).startsWith("NotAuthorizedException");
        assertThat(refresh(other.refreshToken()).authenticationResult()).isNotNull();
        assertThat(refusal(() -> SDK.revokeToken(r -> r.clientId("demoweb").token(other.accessToken()))))
                .startsWith("UnsupportedTokenTypeException");
    }

    @Test
    void userSignsOutEverywhere() {
        String user = confirmed();
        AuthenticationResultType one = signIn(user, PASSWORD).authenticationResult();
        AuthenticationResultType other = signIn(user, PASSWORD).authenticationResult();

        SDK.globalSignOut(r -> r.accessToken(one.accessToken()));

        assertThat(refusal(() -> refresh(other.refreshToken()))).startsWith("NotAuthorizedException");
        assertThat(refusal(() -> SDK.globalSignOut(r -> r.accessToken(one.accessToken()))))
                .isEqualTo("NotAuthorizedException: Access Token has been revoked");
    }

    @Test
    void adminSignsAUserIn() {
        String user = confirmed();

        var result = SDK.adminInitiateAuth(r -> r.userPoolId(DEMO)
                .clientId("demoapp")
                .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                .authParameters(Map.of("USERNAME", user, "PASSWORD", PASSWORD, "SECRET_HASH", secretHash(user))));

        assertThat(result.authenticationResult().accessToken()).isNotEmpty();
        assertThat(List.of(result.challengeParameters())).containsExactly(Map.of());
    }

    private static String confirmed() {
        String user = unique("user");
        COGNITO.newUser(DEMO, user);
        SDK.adminSetUserPassword(
                r -> r.userPoolId(DEMO).username(user).password(PASSWORD).permanent(true));
        return user;
    }

    private static InitiateAuthResponse signIn(String user, String password) {
        return signIn("demoweb", Map.of("USERNAME", user, "PASSWORD", password));
    }

    private static InitiateAuthResponse signIn(String client, Map<String, String> parameters) {
        return SDK.initiateAuth(r ->
                r.clientId(client).authFlow(AuthFlowType.USER_PASSWORD_AUTH).authParameters(parameters));
    }

    private static InitiateAuthResponse refresh(String token) {
        return SDK.initiateAuth(r -> r.clientId("demoweb")
                .authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                .authParameters(Map.of("REFRESH_TOKEN", token)));
    }

    private static void answer(InitiateAuthResponse challenge, String user, String password) {
        var answered = SDK.respondToAuthChallenge(r -> r.clientId("demoweb")
                .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                .session(challenge.session())
                .challengeResponses(Map.of("USERNAME", user, "NEW_PASSWORD", password)));
        assertThat(answered.authenticationResult().refreshToken()).isNotEmpty();
    }

    private static String secretHash(String username) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("demoapp-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal((username + "demoapp").getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
