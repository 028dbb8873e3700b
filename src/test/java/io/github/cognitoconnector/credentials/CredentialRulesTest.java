package io.github.cognitoconnector.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.problem.FieldError;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialRulesTest {

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::111122223333:role/shop, eu-central-1, true",
        "arn:aws:iam::111122223333:role/shop, us-gov-west-1, false",
        "arn:aws-us-gov:iam::111122223333:role/shop, us-gov-west-1, true",
        "arn:aws-cn:iam::111122223333:role/shop, cn-north-1, true",
        "arn:aws-cn:iam::111122223333:role/shop, eu-central-1, false",
        "arn:aws:iam::111122223333:role/shop, eu-central-9, true",
        "arn:aws-iso:iam::111122223333:role/shop, us-iso-east-1, true"
    })
    void aRoleHasToBeInThePoolsPartition(String role, String region, boolean fits) {
        assertThat(CredentialRules.ofRole(role, region, "/x").isEmpty()).isEqualTo(fits);
    }

    @Test
    void everythingThatDisagreesIsSaidAtOnce() {
        List<FieldError> errors = CredentialRules.ofRolesAnywhere(
                "arn:aws:rolesanywhere:eu-west-1:111122223333:trust-anchor/1",
                "arn:aws:rolesanywhere:eu-west-2:111122223333:profile/1",
                "arn:aws-cn:iam::111122223333:role/shop",
                "eu-central-1",
                "/credentials");
        assertThat(errors)
                .extracting(FieldError::pointer)
                .containsExactly("/credentials/roleArn", "/credentials/trustAnchorArn", "/credentials/profileArn");
    }

    @Test
    void aSessionPolicyAllowsOnePoolInTheRolesAccount() throws IOException {
        String policy =
                SessionPolicy.forPool("arn:aws-cn:iam::111122223333:role/a/shop", "cn-north-1", "cn-north-1_Pool");
        assertThat(new ObjectMapper()
                        .readTree(policy)
                        .at("/Statement/0/Resource")
                        .asText())
                .isEqualTo("arn:aws-cn:cognito-idp:cn-north-1:111122223333:userpool/cn-north-1_Pool");
    }
}
