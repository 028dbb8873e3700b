package io.github.cognitoconnector.security;

import io.github.cognitoconnector.testing.Cognito;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeviceType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.IdentityProviderTypeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

/** How users get in: second factors, devices, users of providers; and the traces that they leave. */
final class Doors {

    /** The provider that the document's examples name. */
    private static final String PROVIDER = "Google";

    private static final String PASSWORD = "Correct-Horse-42";
    private static final String NUMBER = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3, 4});
    private static final CognitoIdentityProviderClient SDK = Cognito.sdk();

    /** Through which users sign in, by pool. */
    private static final Map<String, String> CLIENTS = new ConcurrentHashMap<>();

    private Doors() {}

    /** A pool with all that the operations on doors need. */
    static String newPool() {
        String pool = Cognito.newPool(r -> r.autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
                .userPoolTier("PLUS")
                .userPoolAddOns(a -> a.advancedSecurityMode("AUDIT"))
                .deviceConfiguration(d -> d.challengeRequiredOnNewDevice(false))
                .emailConfiguration(e -> e.emailSendingAccount("DEVELOPER")
                        .sourceArn("arn:aws:ses:eu-central-1:123456789012:identity/mail@example.com")));
        SDK.setUserPoolMfaConfig(r -> r.userPoolId(pool)
                .mfaConfiguration("OPTIONAL")
                .emailMfaConfiguration(c -> c.message("Your code is {####}").subject("Code")));
        SDK.createIdentityProvider(r -> r.userPoolId(pool)
                .providerName(PROVIDER)
                .providerType(IdentityProviderTypeType.GOOGLE)
                .providerDetails(Map.of("client_id", "id", "client_secret", "secret", "authorize_scopes", "openid")));
        return pool;
    }

    /** Two of everything for the user, and a provider that no other pool has; answers the key of a device. */
    static String plant(Side side) {
        SDK.createIdentityProvider(r -> r.userPoolId(side.pool())
                .providerName(side.provider())
                .providerType(IdentityProviderTypeType.SAML)
                .providerDetails(Map.of("MetadataURL", "https://corporate.example.com/metadata")));
        for (String provider : List.of(PROVIDER, side.provider())) {
            link(side.pool(), side.user(), provider, side.poolSecret());
        }
        newDevice(side.pool(), side.user());
        return newDevice(side.pool(), side.user());
    }

    /** Signs the user in on a new device that is remembered; answers its key. */
    static String newDevice(String pool, String username) {
        String client = CLIENTS.computeIfAbsent(
                pool, unseen -> Cognito.newClient(unseen).clientId());
        SDK.adminSetUserPassword(
                r -> r.userPoolId(pool).username(username).password(PASSWORD).permanent(true));
        AuthenticationResultType result = SDK.initiateAuth(r -> r.clientId(client)
                        .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                        .authParameters(Map.of("USERNAME", username, "PASSWORD", PASSWORD)))
                .authenticationResult();
        String key = result.newDeviceMetadata().deviceKey();
        SDK.confirmDevice(r -> r.accessToken(result.accessToken())
                .deviceKey(key)
                .deviceSecretVerifierConfig(v -> v.salt(NUMBER).passwordVerifier(NUMBER)));
        return key;
    }

    /** An address of the user's own, for codes. */
    static AttributeType mail(String username) {
        return AttributeType.builder()
                .name("email")
                .value(username + "@example.com")
                .build();
    }

    /** Brings a new user into the state in which the operation has something to do. */
    static void ready(String pool, String username, String operation) {
        switch (operation) {
            case "resetUserPassword" -> confirm(pool, username);
            case "unlinkIdentitiesOfUser" -> link(pool, username, PROVIDER, username);
            case "resetMfaOfUser" ->
                SDK.adminSetUserMFAPreference(
                        r -> r.userPoolId(pool).username(username).emailMfaSettings(factor -> factor.enabled(true)));
            default -> {}
        }
    }

    private static void link(String pool, String username, String provider, String subject) {
        SDK.adminLinkProviderForUser(r -> r.userPoolId(pool)
                .destinationUser(d -> d.providerName("Cognito").providerAttributeValue(username))
                .sourceUser(s -> s.providerName(provider)
                        .providerAttributeName("Cognito_Subject")
                        .providerAttributeValue(subject)));
    }

    /** Lets the user have signed in, with an address that codes can be sent to. */
    private static void confirm(String pool, String username) {
        SDK.adminSetUserPassword(
                r -> r.userPoolId(pool).username(username).password(PASSWORD).permanent(true));
        SDK.adminUpdateUserAttributes(r -> r.userPoolId(pool)
                .username(username)
                .userAttributes(AttributeType.builder()
                        .name("email_verified")
                        .value("true")
                        .build()));
    }

    /** What of the user's doors a stranger could have changed, beside the attributes. */
    static String state(String pool, String username) {
        List<String> devices = SDK.adminListDevices(r -> r.userPoolId(pool).username(username)).devices().stream()
                .map(DeviceType::deviceKey)
                .toList();
        return devices
                + SDK.adminGetUser(r -> r.userPoolId(pool).username(username))
                        .userMFASettingList()
                        .toString();
    }
}
