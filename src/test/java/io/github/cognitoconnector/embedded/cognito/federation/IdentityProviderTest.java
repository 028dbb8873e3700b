package io.github.cognitoconnector.embedded.cognito.federation;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.IdentityProviderTypeType;

class IdentityProviderTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @Test
    void threeHundredProvidersAreTheMost() {
        String pool = COGNITO.newPool();
        for (int i = 0; i < 300; i++) {
            create(pool, "Corp" + i);
        }

        assertThat(refusal(() -> create(pool, "OneMore"))).startsWith("LimitExceededException");
    }

    private static void create(String pool, String name) {
        SDK.createIdentityProvider(r -> r.userPoolId(pool)
                .providerName(name)
                .providerType(IdentityProviderTypeType.SAML)
                .providerDetails(Map.of("MetadataURL", "https://corporate.example.com/metadata")));
    }
}
