package io.github.cognitoconnector.embedded.cognito.testing;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;

import io.github.cognitoconnector.contract.CognitoUnderTest;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SetUserPoolMfaConfigRequest;

/** A pool with a client and with second factors, and what its users do. */
public record FactorPool(CognitoUnderTest cognito, String pool, String client) {

    private static final String ROLE = "arn:aws:iam::123456789012:role/sms";
    private static final String SENDER = "arn:aws:ses:eu-central-1:123456789012:identity/mail@example.com";

    public static FactorPool create(CognitoUnderTest cognito, Consumer<CreateUserPoolRequest.Builder> settings) {
        String pool = cognito.newPool(settings);
        String client = cognito.newClient(
                        pool,
                        r -> r.explicitAuthFlowsWithStrings(
                                "ALLOW_USER_PASSWORD_AUTH",
                                "ALLOW_ADMIN_USER_PASSWORD_AUTH",
                                "ALLOW_REFRESH_TOKEN_AUTH"))
                .clientId();
        return new FactorPool(cognito, pool, client);
    }

    /** A pool that admits SMS, authenticators and mail. */
    public static FactorPool withAllFactors(CognitoUnderTest cognito, String mode) {
        return withFactors(cognito, mode, r -> sms(mail(totp(r))));
    }

    /** A pool that admits authenticators alone, which needs nothing but Cognito. */
    public static FactorPool withAuthenticators(CognitoUnderTest cognito, String mode) {
        FactorPool made = create(cognito, r -> {});
        made.configure(mode, FactorPool::totp);
        return made;
    }

    public static FactorPool withFactors(
            CognitoUnderTest cognito, String mode, Consumer<SetUserPoolMfaConfigRequest.Builder> factors) {
        FactorPool made = create(
                cognito,
                r -> r.emailConfiguration(
                        e -> e.emailSendingAccount("DEVELOPER").sourceArn(SENDER)));
        made.configure(mode, factors);
        return made;
    }

    public void configure(String mode, Consumer<SetUserPoolMfaConfigRequest.Builder> factors) {
        sdk().setUserPoolMfaConfig(r -> factors.accept(r.userPoolId(pool).mfaConfiguration(mode)));
    }

    public static SetUserPoolMfaConfigRequest.Builder totp(SetUserPoolMfaConfigRequest.Builder request) {
        return request.softwareTokenMfaConfiguration(c -> c.enabled(true));
    }

    public static SetUserPoolMfaConfigRequest.Builder sms(SetUserPoolMfaConfigRequest.Builder request) {
        return request.smsMfaConfiguration(c -> c.smsAuthenticationMessage("Your code is {####}")
                .smsConfiguration(s -> s.snsCallerArn(ROLE).externalId("external")));
    }

    public static SetUserPoolMfaConfigRequest.Builder mail(SetUserPoolMfaConfigRequest.Builder request) {
        return request.emailMfaConfiguration(
                c -> c.message("Your code is {####}").subject("Code"));
    }

    public CognitoIdentityProviderClient sdk() {
        return cognito.sdk();
    }

    /** A confirmed user. */
    public String user(AttributeType... attributes) {
        String user = TestCognito.unique("user");
        cognito.newUser(pool, user, attributes);
        sdk().adminSetUserPassword(r ->
                r.userPoolId(pool).username(user).password(PASSWORD).permanent(true));
        return user;
    }

    public InitiateAuthResponse signIn(String user) {
        return signIn(user, Map.of());
    }

    public InitiateAuthResponse signIn(String user, Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(Map.of("USERNAME", user, "PASSWORD", PASSWORD));
        parameters.putAll(more);
        return sdk().initiateAuth(r ->
                r.clientId(client).authFlow(AuthFlowType.USER_PASSWORD_AUTH).authParameters(parameters));
    }

    public String accessToken(String user) {
        return signIn(user).authenticationResult().accessToken();
    }

    public RespondToAuthChallengeResponse answer(
            ChallengeNameType challenge, String session, Map<String, String> responses) {
        return sdk().respondToAuthChallenge(r ->
                r.clientId(client).challengeName(challenge).session(session).challengeResponses(responses));
    }

    /** A verified authenticator, not yet switched on. */
    public AuthenticatorApp enroll(String accessToken) {
        AuthenticatorApp app = new AuthenticatorApp(
                sdk().associateSoftwareToken(r -> r.accessToken(accessToken)).secretCode());
        sdk().verifySoftwareToken(r -> r.accessToken(accessToken).userCode(app.code(0)));
        return app;
    }
}
