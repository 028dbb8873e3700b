package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.DEMO;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolDescriptionType;

/** Pools belong to the region of their id; only the list keeps to it. */
class PoolRegionTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @Test
    void listShowsThePoolsOfTheSignedRegionOnly() {
        String here = COGNITO.newPool();

        assertThat(here).startsWith("eu-central-1_");
        assertThat(SDK.listUserPoolsPaginator(r -> r.maxResults(1)).userPools())
                .extracting(UserPoolDescriptionType::id)
                .contains(here)
                .allMatch(id -> id.startsWith("eu-central-1_"));
        assertThat(listed(signedFor("us-east-1"))).containsExactly(DEMO);
        assertThat(listed(signedFor("eu-west-1"))).containsExactly(OTHER);
        assertThat(listed(signedFor("ap-south-1"))).isEmpty();
        assertThat(listed("AWS4-HMAC-SHA256 Credential=any")).containsExactly(DEMO);
    }

    @Test
    void tokenOfOneRegionIsOfNoUseInAnother() {
        List<String> two = List.of(COGNITO.newPool(), COGNITO.newPool());
        String token = list(signedFor("eu-central-1"), "{\"MaxResults\":1}")
                .path("NextToken")
                .asText();
        String next = "{\"MaxResults\":60,\"NextToken\":\"" + token + "\"}";

        assertThat(ids(list(signedFor("eu-central-1"), next))).containsAnyElementsOf(two);
        assertThat(list(signedFor("us-east-1"), next).path("__type").asText()).isEqualTo("InvalidParameterException");
    }

    /** Unlike AWS, so that whoever tries the demo data need not think of a region. */
    @Test
    void poolIsFoundFromEveryRegion() {
        assertThat(SDK.describeUserPool(r -> r.userPoolId(DEMO)).userPool().id())
                .isEqualTo(DEMO);
        assertThat(SDK.listUsers(r -> r.userPoolId(OTHER)).users()).isEmpty();
        assertThat(TestCognito.refusal(() -> SDK.describeUserPool(r -> r.userPoolId("us-east-1_none"))))
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_none does not exist.");
    }

    private static String signedFor(String region) {
        return "AWS4-HMAC-SHA256 Credential=any/20261120/" + region + "/cognito-idp/aws4_request";
    }

    private static List<String> listed(String authorization) {
        return ids(list(authorization, "{\"MaxResults\":60}"));
    }

    private static List<String> ids(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        answer.path("UserPools").forEach(pool -> ids.add(pool.path("Id").asText()));
        return ids;
    }

    private static JsonNode list(String authorization, String body) {
        return Json.parse(COGNITO.operation(
                                "AWSCognitoIdentityProviderService.ListUserPools", body, "Authorization", authorization)
                        .body())
                .orElseThrow();
    }
}
