package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DomainDescriptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DomainStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;

@ContractSuite
@Section(1)
class DomainContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    private static DomainDescriptionType describe(String domain) {
        return SDK.describeUserPoolDomain(r -> r.domain(domain)).domainDescription();
    }

    private static String refused(String pool, String domain) {
        return refusal(() -> SDK.createUserPoolDomain(r -> r.userPoolId(pool).domain(domain)));
    }

    @Test
    void prefixDomainIsDescribedUntilItIsDeleted() {
        String pool = COGNITO.newPool();
        String domain = CognitoFixture.unique("our-");
        assertThat(describe(domain)).isEqualTo(DomainDescriptionType.builder().build());

        COGNITO.newDomain(pool, domain, r -> r.managedLoginVersion(2));

        assertThat(describe(domain).userPoolId()).isEqualTo(pool);
        assertThat(describe(domain).status()).isEqualTo(DomainStatusType.ACTIVE);
        assertThat(describe(domain).managedLoginVersion()).isEqualTo(2);
        assertThat(SDK.describeUserPool(r -> r.userPoolId(pool)).userPool().domain())
                .isEqualTo(domain);
        SDK.updateUserPoolDomain(r -> r.userPoolId(pool).domain(domain));
        assertThat(describe(domain).managedLoginVersion()).isEqualTo(1);

        SDK.deleteUserPoolDomain(r -> r.userPoolId(pool).domain(domain));

        assertThat(describe(domain)).isEqualTo(DomainDescriptionType.builder().build());
        assertThat(SDK.describeUserPool(r -> r.userPoolId(pool)).userPool().domain())
                .isNull();
    }

    @Test
    void nameIsUniqueAndAPoolHasOne() {
        String pool = COGNITO.newPool();
        String other = COGNITO.newPool();
        String domain = CognitoFixture.unique("only-");
        COGNITO.newDomain(pool, domain, r -> {});

        assertThat(refused(other, domain))
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
        String domain = CognitoFixture.unique("my-awsome-");
        COGNITO.newDomain(pool, domain, r -> {});
        assertThat(describe(domain).userPoolId()).isEqualTo(pool);
    }

    @Test
    void versionsAndUnknownDomainsAreRefused() {
        String lite = COGNITO.newPool(r -> r.userPoolTier(UserPoolTierType.LITE));

        assertThat(refusal(() -> SDK.createUserPoolDomain(
                        r -> r.userPoolId(lite).domain("a-lite-one").managedLoginVersion(2))))
                .startsWith("FeatureUnavailableInTierException");
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
