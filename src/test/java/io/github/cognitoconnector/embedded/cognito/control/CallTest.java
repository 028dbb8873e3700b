package io.github.cognitoconnector.embedded.cognito.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.http.Request;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallTest {

    private static Call call(String body) {
        return new Call("AdminGetUser", new Request("POST", "/", Map.of(), body));
    }

    @Test
    void userIsOneOfThePool() {
        assertThat(call("{\"UserPoolId\":\"us-east-1_demo\",\"Username\":\"Ada\"}")
                        .user())
                .hasValue("us-east-1_demo ada");
        assertThat(call("{\"ClientId\":\"demoweb\",\"AuthParameters\":{\"USERNAME\":\"ada\"}}")
                        .user())
                .hasValue("demoweb ada");
        assertThat(call("not JSON").user()).isEmpty();
    }

    /** Quotas remember names before anybody has judged them. */
    @Test
    void textThatIsTooLongIsNobodysName() {
        String tooLong = "x".repeat(257);
        assertThat(call("{\"UserPoolId\":\"" + tooLong + "\"}").pool()).isEmpty();
        assertThat(call("{\"Username\":\"" + tooLong + "\"}").user()).isEmpty();
        assertThat(call("{\"AuthParameters\":{\"USERNAME\":\"" + tooLong + "\"}}")
                        .user())
                .isEmpty();
    }
}
