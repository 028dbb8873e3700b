package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

class DomainTest {

    private static final String CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/one";
    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @Test
    void customDomainIsBesideThePrefix() {
        String pool = COGNITO.newPool();
        SDK.createUserPoolDomain(r -> r.userPoolId(pool).domain("beside"));

        var created = SDK.createUserPoolDomain(r ->
                r.userPoolId(pool).domain("auth.example.com").customDomainConfig(c -> c.certificateArn(CERTIFICATE)));

        assertThat(created.cloudFrontDomain()).endsWith(".cloudfront.net");
        var described = SDK.describeUserPool(r -> r.userPoolId(pool)).userPool();
        assertThat(described.domain()).isEqualTo("beside");
        assertThat(described.customDomain()).isEqualTo("auth.example.com");
        assertThat(refusal(() -> SDK.createUserPoolDomain(r -> r.userPoolId(COGNITO.newPool())
                        .domain("auth")
                        .customDomainConfig(c -> c.certificateArn(CERTIFICATE)))))
                .isEqualTo("InvalidParameterException: Custom domain is not a valid subdomain");
        assertThat(refusal(() -> SDK.createUserPoolDomain(r -> r.userPoolId(COGNITO.newPool())
                        .domain("other.example.com")
                        .customDomainConfig(c -> c.certificateArn(CERTIFICATE.replace("us-east-1", "eu-west-1"))))))
                .contains("isn't in us-east-1 region");
        assertThat(refusal(
                        () -> SDK.updateUserPoolDomain(r -> r.userPoolId(pool).domain("auth.example.com"))))
                .startsWith("InvalidParameterException");
    }
}
