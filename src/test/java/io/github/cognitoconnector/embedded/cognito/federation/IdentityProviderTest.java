package io.github.cognitoconnector.embedded.cognito.federation;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateIdentityProviderRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.IdentityProviderType;

class IdentityProviderTest {

    private static final Map<String, String> OIDC = Map.of(
            "client_id", "us",
            "client_secret", "secret",
            "authorize_scopes", "openid email",
            "oidc_issuer", "https://login.example.com",
            "attributes_request_method", "GET");
    private static final Map<String, String> SOCIAL =
            Map.of("client_id", "us", "client_secret", "secret", "authorize_scopes", "email");
    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    private static IdentityProviderType create(
            String pool, String type, String name, Consumer<CreateIdentityProviderRequest.Builder> more) {
        return SDK.createIdentityProvider(r -> more.accept(r.userPoolId(pool)
                        .providerName(name)
                        .providerType(type)
                        .providerDetails(type.equals("OIDC") ? OIDC : SOCIAL)))
                .identityProvider();
    }

    private static String refused(
            String pool, String type, String name, Consumer<CreateIdentityProviderRequest.Builder> more) {
        return refusal(() -> create(pool, type, name, more));
    }

    @Test
    void threeHundredProvidersAreTheMost() {
        String pool = COGNITO.newPool();
        for (int i = 0; i < 300; i++) {
            create(pool, "OIDC", "Corp" + i, r -> {});
        }

        assertThat(refused(pool, "OIDC", "OneMore", r -> {})).startsWith("LimitExceededException");
    }
}
