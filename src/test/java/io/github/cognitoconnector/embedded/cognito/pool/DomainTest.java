package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DomainDescriptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DomainStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;

class DomainTest {

    private static final String CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/one";
    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    private static DomainDescriptionType describe(String domain) {
        return SDK.describeUserPoolDomain(r -> r.domain(domain)).domainDescription();
    }

    private static String refused(String pool, String domain) {
        return refusal(() -> SDK.createUserPoolDomain(r -> r.userPoolId(pool).domain(domain)));
    }

    @Test
    void prefixDomainIsDescribedUntilItIsDeleted() {
        String pool = COGNITO.newPool();
        assertThat(describe("our-prefix"))
                .isEqualTo(DomainDescriptionType.builder().build());

        var created = SDK.createUserPoolDomain(
                r -> r.userPoolId(pool).domain("our-prefix").managedLoginVersion(2));

        assertThat(created.cloudFrontDomain()).isNull();
        assertThat(describe("our-prefix").userPoolId()).isEqualTo(pool);
        assertThat(describe("our-prefix").status()).isEqualTo(DomainStatusType.ACTIVE);
        assertThat(describe("our-prefix").managedLoginVersion()).isEqualTo(2);
        assertThat(SDK.describeUserPool(r -> r.userPoolId(pool)).userPool().domain())
                .isEqualTo("our-prefix");
        SDK.updateUserPoolDomain(r -> r.userPoolId(pool).domain("our-prefix"));
        assertThat(describe("our-prefix").managedLoginVersion()).isEqualTo(1);

        SDK.deleteUserPoolDomain(r -> r.userPoolId(pool).domain("our-prefix"));

        assertThat(describe("our-prefix"))
                .isEqualTo(DomainDescriptionType.builder().build());
        assertThat(SDK.describeUserPool(r -> r.userPoolId(pool)).userPool().domain())
                .isNull();
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

    @Test
    void nameIsUniqueAndAPoolHasOne() {
        String pool = COGNITO.newPool();
        String other = COGNITO.newPool();
        SDK.createUserPoolDomain(r -> r.userPoolId(pool).domain("only-one"));

        assertThat(refused(other, "only-one"))
                .isEqualTo("InvalidParameterException: Domain already associated with another user pool.");
        assertThat(refused(pool, "a-second"))
                .isEqualTo("InvalidParameterException: User pool already has a domain configured.");
    }

    @Test
    void namesThatCognitoDoesNotTakeAreRefused() {
        String pool = COGNITO.newPool();

        assertThat(refused(pool, "Upper")).contains("contains an invalid character");
        assertThat(refused(pool, "-dash")).contains("contains an invalid character");
        assertThat(refused(pool, "my-aws-login"))
                .isEqualTo("InvalidParameterException: Domain cannot contain reserved word: aws");
        assertThat(refused(pool, "x".repeat(64))).contains("at 'domain'", "less than or equal to 63");
        SDK.createUserPoolDomain(r -> r.userPoolId(pool).domain("my-awsome-login"));
        assertThat(describe("my-awsome-login").userPoolId()).isEqualTo(pool);
    }

    @Test
    void versionsAndUnknownDomainsAreRefused() {
        String lite = COGNITO.newPool(r -> r.userPoolTier(UserPoolTierType.LITE));

        assertThat(refusal(() -> SDK.createUserPoolDomain(
                        r -> r.userPoolId(lite).domain("a-lite-one").managedLoginVersion(2))))
                .isEqualTo("FeatureUnavailableInTierException: The following feature is not available for the LITE"
                        + " pricing tier configured: Managed Login Version 2");
        assertThat(refusal(() -> SDK.createUserPoolDomain(
                        r -> r.userPoolId(lite).domain("a-lite-one").managedLoginVersion(3))))
                .startsWith("InvalidParameterException");
        assertThat(refusal(
                        () -> SDK.deleteUserPoolDomain(r -> r.userPoolId(lite).domain("never-made"))))
                .isEqualTo("InvalidParameterException: No such domain or user pool exists.");
        assertThat(refusal(
                        () -> SDK.updateUserPoolDomain(r -> r.userPoolId(lite).domain("never-made"))))
                .isEqualTo("InvalidParameterException: No such domain or user pool exists.");
        assertThat(refused("eu-central-1_none", "no-pool")).startsWith("ResourceNotFoundException");
    }
}
