package io.github.cognitoconnector.embedded.cognito.testing;

import io.github.cognitoconnector.contract.CognitoUnderTest;
import java.util.Map;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.IdentityProviderTypeType;

/** A pool with the identity providers {@code Google} and {@code Corporate}, which speaks SAML. */
public record Federation(CognitoUnderTest cognito, String pool) {

    public static Federation in(FactorPool pool) {
        CognitoIdentityProviderClient sdk = pool.sdk();
        sdk.createIdentityProvider(r -> r.userPoolId(pool.pool())
                .providerName("Google")
                .providerType(IdentityProviderTypeType.GOOGLE)
                .providerDetails(Map.of("client_id", "id", "client_secret", "secret", "authorize_scopes", "openid"))
                .attributeMapping(Map.of("email", "email")));
        sdk.createIdentityProvider(r -> r.userPoolId(pool.pool())
                .providerName("Corporate")
                .providerType(IdentityProviderTypeType.SAML)
                .providerDetails(Map.of("MetadataURL", "https://corporate.example.com/metadata"))
                .attributeMapping(Map.of("email", "email")));
        return new Federation(pool.cognito(), pool.pool());
    }

    public AdminGetUserResponse get(String user) {
        return cognito.sdk().adminGetUser(r -> r.userPoolId(pool).username(user));
    }

    public void link(String user, String provider, String attribute, String value) {
        cognito.sdk()
                .adminLinkProviderForUser(r -> r.userPoolId(pool)
                        .destinationUser(d -> d.providerName("Cognito").providerAttributeValue(user))
                        .sourceUser(s -> s.providerName(provider)
                                .providerAttributeName(attribute)
                                .providerAttributeValue(value)));
    }

    public void disable(String provider, String attribute, String value) {
        cognito.sdk()
                .adminDisableProviderForUser(r -> r.userPoolId(pool)
                        .user(u -> u.providerName(provider)
                                .providerAttributeName(attribute)
                                .providerAttributeValue(value)));
    }
}
