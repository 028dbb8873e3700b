package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.FeatureType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TimeUnitsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;

@ContractSuite
@Section(1)
class ClientRulesContractTest {

    private static final String RANGE = "InvalidParameterException: Invalid range for token validity.";
    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Once<String> POOL =
            new Once<>(() -> COGNITO.newPool(r -> r.schema(SchemaAttributeType.builder()
                    .name("plan")
                    .attributeDataType("String")
                    .build())));

    private static String create(Consumer<CreateUserPoolClientRequest.Builder> settings) {
        return SDK.createUserPoolClient(
                        r -> settings.accept(r.userPoolId(POOL.get()).clientName("web")))
                .userPoolClient()
                .clientId();
    }

    private static String refused(Consumer<CreateUserPoolClientRequest.Builder> settings) {
        return refusal(() -> create(settings));
    }

    @Test
    void tokensLiveWithinTheGuidesRangesWhateverTheUnit() {
        assertThat(refused(r -> r.accessTokenValidity(25))).isEqualTo(RANGE);
        assertThat(refused(r -> r.idTokenValidity(2).tokenValidityUnits(u -> u.idToken(TimeUnitsType.DAYS))))
                .isEqualTo(RANGE);
        assertThat(refused(
                        r -> r.accessTokenValidity(299).tokenValidityUnits(u -> u.accessToken(TimeUnitsType.SECONDS))))
                .isEqualTo(RANGE);
        assertThat(refused(r -> r.refreshTokenValidity(3_651))).isEqualTo(RANGE);
        assertThat(refused(
                        r -> r.refreshTokenValidity(59).tokenValidityUnits(u -> u.refreshToken(TimeUnitsType.MINUTES))))
                .isEqualTo(RANGE);
        assertThat(refused(r -> r.accessTokenValidity(86_401)))
                .contains("at 'accessTokenValidity'", "less than or equal to 86400");
        assertThat(create(r -> r.accessTokenValidity(24)
                        .idTokenValidity(300)
                        .refreshTokenValidity(3_650)
                        .tokenValidityUnits(u -> u.idToken(TimeUnitsType.SECONDS))))
                .isNotEmpty();
    }

    @Test
    void refreshTokenOutlivesTheOthers() {
        assertThat(refused(r -> r.accessTokenValidity(5)
                        .refreshTokenValidity(4)
                        .tokenValidityUnits(u -> u.refreshToken(TimeUnitsType.HOURS))))
                .isEqualTo("InvalidParameterException: Access and Id Token expiration times must be less than or equal"
                        + " to refresh token expiration times.");
        assertThat(create(r -> r.refreshTokenValidity(0))).isNotEmpty();
    }

    @Test
    void oldAndNewFlowNamesDoNotMix() {
        assertThat(refused(r -> r.explicitAuthFlowsWithStrings("ALLOW_USER_SRP_AUTH", "ADMIN_NO_SRP_AUTH")))
                .isEqualTo("InvalidParameterException: Auth flow name with prefix 'ALLOW' cannot be used with legacy"
                        + " auth flow names.");
        assertThat(refused(r -> r.explicitAuthFlowsWithStrings("ALLOW_ANYTHING")))
                .contains("enum value set");
        assertThat(create(r -> r.explicitAuthFlowsWithStrings("ADMIN_NO_SRP_AUTH", "USER_PASSWORD_AUTH")))
                .isNotEmpty();
    }

    @Test
    void rotationExcludesTheOldWayToRefresh() {
        assertThat(refused(r -> r.explicitAuthFlowsWithStrings("ALLOW_REFRESH_TOKEN_AUTH")
                        .refreshTokenRotation(x -> x.feature(FeatureType.ENABLED))))
                .startsWith("InvalidParameterException");
        assertThat(refused(r -> r.refreshTokenRotation(
                        x -> x.feature(FeatureType.ENABLED).retryGracePeriodSeconds(61))))
                .contains("less than or equal to 60");
        assertThat(create(r -> r.refreshTokenRotation(x -> x.feature(FeatureType.ENABLED))))
                .isNotEmpty();
    }

    @Test
    void choiceOfFactorsNeedsAPaidTier() {
        String lite = COGNITO.newPool(r -> r.userPoolTier(UserPoolTierType.LITE));

        assertThat(refusal(() -> SDK.createUserPoolClient(
                        r -> r.userPoolId(lite).clientName("web").explicitAuthFlowsWithStrings("ALLOW_USER_AUTH"))))
                .startsWith("FeatureUnavailableInTierException");
        assertThat(create(r -> r.explicitAuthFlowsWithStrings("ALLOW_USER_AUTH")))
                .isNotEmpty();
    }

    @Test
    void attributesAreThoseOfTheSchema() {
        assertThat(refused(r -> r.readAttributes("custom:none")))
                .isEqualTo("InvalidParameterException: Invalid read attributes specified while creating a client");
        for (String name : new String[] {"custom:none", "sub", "email_verified", "phone_number_verified"}) {
            assertThat(refused(r -> r.writeAttributes(name)))
                    .isEqualTo("InvalidParameterException: Invalid write attributes specified while creating a client");
        }
        String client = create(
                r -> r.readAttributes("sub", "email_verified", "custom:plan").writeAttributes("custom:plan"));
        assertThat(refusal(() -> SDK.updateUserPoolClient(
                        r -> r.userPoolId(POOL.get()).clientId(client).writeAttributes("none"))))
                .isEqualTo("InvalidParameterException: Invalid write attributes specified while updating a client");
    }

    @Test
    void identityProvidersAreThoseOfThePool() {
        assertThat(refused(r -> r.supportedIdentityProviders("COGNITO", "Google")))
                .isEqualTo("InvalidParameterException: The provider Google does not exist for User Pool " + POOL.get()
                        + ".");
    }

    @Test
    void addressesAreAbsoluteAndSafe() {
        assertThat(refused(r -> r.callbackURLs("http://example.com/in")))
                .isEqualTo("InvalidParameterException: http://example.com/in cannot use the HTTP protocol.");
        assertThat(refused(r -> r.logoutURLs("http://localhost.example.com")))
                .contains("cannot use the HTTP protocol.");
        assertThat(refused(r -> r.callbackURLs("https://example.com/#in"))).contains("cannot use fragment");
        assertThat(refused(r -> r.callbackURLs("/in"))).contains("absolute");
        assertThat(refused(
                        r -> r.callbackURLs("https://example.com/in").defaultRedirectURI("https://example.com/other")))
                .isEqualTo("InvalidParameterException: The default redirect URI https://example.com/other is not in the"
                        + " callback URIs list.");
        assertThat(create(r -> r.callbackURLs("http://127.0.0.1/in", "http://[::1]:80/in", "app://in")))
                .isNotEmpty();
    }

    @Test
    void oauthNeedsFlowsScopesAndSomewhereToGo() {
        assertThat(refused(r -> r.allowedOAuthFlowsUserPoolClient(true).allowedOAuthFlowsWithStrings("code")))
                .isEqualTo("InvalidOAuthFlowException: AllowedOAuthFlows and AllowedOAuthScopes are required if user"
                        + " pool client is allowed to use OAuth flows.");
        assertThat(refused(r -> r.allowedOAuthFlowsUserPoolClient(true)
                        .allowedOAuthFlowsWithStrings("code")
                        .allowedOAuthScopes("openid")))
                .isEqualTo("InvalidOAuthFlowException: CallbackUrls can not be empty when code flow or implicit flow is"
                        + " selected");
        assertThat(refused(r -> r.generateSecret(true)
                        .allowedOAuthFlowsWithStrings("client_credentials", "code")
                        .allowedOAuthScopes("openid")))
                .contains("can not be selected along with code flow");
    }

    @Test
    void contextNeedsASecretAndAnalyticsOneOfTwoForms() {
        assertThat(refused(r -> r.enablePropagateAdditionalUserContextData(true)))
                .isEqualTo("InvalidParameterException: Client Secret is required to set"
                        + " EnablePropagateAdditionalUserContextData as true");
        assertThat(refused(r -> r.analyticsConfiguration(a -> a.applicationId("abc123"))))
                .contains("Invalid analytics configuration given");
        assertThat(create(r -> r.analyticsConfiguration(
                        a -> a.applicationArn("arn:aws:mobiletargeting:us-east-1:123456789012:apps/abc"))))
                .isNotEmpty();
    }
}
