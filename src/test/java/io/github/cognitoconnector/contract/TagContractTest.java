package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

@ContractSuite
@Section(1)
class TagContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    private static String arn(String pool) {
        return SDK.describeUserPool(r -> r.userPoolId(pool)).userPool().arn();
    }

    private static Map<String, String> tags(String arn) {
        return SDK.listTagsForResource(r -> r.resourceArn(arn)).tags();
    }

    @Test
    void tagsAreAddedReplacedAndRemoved() {
        String pool = COGNITO.newPool(r -> r.userPoolTags(Map.of("team", "red", "cost", "1")));
        String arn = arn(pool);

        SDK.tagResource(r -> r.resourceArn(arn).tags(Map.of("team", "blue", "new", "yes")));
        SDK.untagResource(r -> r.resourceArn(arn).tagKeys("cost", "never-there"));

        assertThat(tags(arn)).isEqualTo(Map.of("team", "blue", "new", "yes"));
        assertThat(SDK.describeUserPool(r -> r.userPoolId(pool)).userPool().userPoolTags())
                .isEqualTo(tags(arn));
    }

    @Test
    void moreThanFiftyAndUnknownResourcesAreRefused() {
        String arn = arn(COGNITO.newPool());
        Map<String, String> many =
                IntStream.range(0, 51).boxed().collect(Collectors.toMap(i -> "tag" + i, i -> "value"));

        assertThat(refusal(() -> SDK.tagResource(r -> r.resourceArn(arn).tags(many))))
                .startsWith("UserPoolTaggingException");
        assertThat(tags(arn)).isEmpty();
        assertThat(refusal(() -> tags(arn + "x"))).startsWith("ResourceNotFoundException");
        assertThat(refusal(() -> tags(arn.replaceFirst(":userpool/", ":elsewhere/"))))
                .startsWith("ResourceNotFoundException");
        assertThat(refusal(() -> tags("pool"))).contains("at 'resourceArn'");
    }
}
