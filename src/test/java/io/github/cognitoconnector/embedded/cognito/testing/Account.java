package io.github.cognitoconnector.embedded.cognito.testing;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;

import io.github.cognitoconnector.contract.CognitoUnderTest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** What tests do with the account of a user: clients to sign in at, sign-ins, and the codes that were sent. */
public record Account(CognitoUnderTest cognito) {

    /** A client without secret for sign-in with a password and renewal, that tells who exists unless told not to. */
    public String client(String pool, Consumer<CreateUserPoolClientRequest.Builder> more) {
        return newClient(pool, more).clientId();
    }

    public String client(String pool) {
        return client(pool, more -> {});
    }

    public UserPoolClientType newClient(String pool, Consumer<CreateUserPoolClientRequest.Builder> more) {
        return cognito.newClient(
                pool,
                r -> more.accept(r.clientName("web")
                        .explicitAuthFlowsWithStrings(
                                "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH")));
    }

    /** A confirmed user with {@link TestCognito#PASSWORD}. */
    public void confirmed(String pool, String username, AttributeType... attributes) {
        cognito.newUser(pool, username, attributes);
        setPassword(pool, username, PASSWORD);
    }

    public void setPassword(String pool, String username, String password) {
        cognito.sdk()
                .adminSetUserPassword(r ->
                        r.userPoolId(pool).username(username).password(password).permanent(true));
    }

    public AuthenticationResultType signIn(String client, String username, String password) {
        return start(client, username, password).authenticationResult();
    }

    public InitiateAuthResponse start(String client, String username, String password) {
        return cognito.sdk()
                .initiateAuth(r -> r.clientId(client)
                        .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                        .authParameters(Map.of("USERNAME", username, "PASSWORD", password)));
    }

    /** A client whose refresh tokens give way to others. */
    public String rotatingClient(String pool, int graceSeconds) {
        return client(
                pool,
                r -> r.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH)
                        .refreshTokenRotation(
                                rotation -> rotation.feature("ENABLED").retryGracePeriodSeconds(graceSeconds)));
    }

    public AuthenticationResultType renew(String client, String refreshToken) {
        return cognito.sdk()
                .getTokensFromRefreshToken(r -> r.clientId(client).refreshToken(refreshToken))
                .authenticationResult();
    }

    public CodeDeliveryDetailsType forgot(String client, String username) {
        return cognito.sdk()
                .forgotPassword(r -> r.clientId(client).username(username))
                .codeDeliveryDetails();
    }

    public void confirmForgotten(String client, String username, String code, String password) {
        cognito.sdk()
                .confirmForgotPassword(r -> r.clientId(client)
                        .username(username)
                        .confirmationCode(code)
                        .password(password));
    }

    /** A well-formed code that is not this one. */
    public static String not(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    public static String secretHash(UserPoolClientType client, String username) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(client.clientSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal((username + client.clientId()).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
