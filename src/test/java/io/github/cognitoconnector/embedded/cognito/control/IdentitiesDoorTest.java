package io.github.cognitoconnector.embedded.cognito.control;

import static io.github.cognitoconnector.embedded.cognito.testing.Callers.KNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Callers;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.sts.StsClient;

class IdentitiesDoorTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final Callers CALLERS = new Callers(COGNITO);

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void reset() {
        CALLERS.reset();
    }

    private static String whoIsKnown() {
        try (StsClient sts = CALLERS.sts(KNOWN)) {
            return sts.getCallerIdentity().arn();
        }
    }

    @Test
    void keyHasTheArnThatItIsGiven() {
        CALLERS.register(",\"arn\":\"arn:aws:iam::123456789012:user/ops/ada\"");

        assertThat(whoIsKnown()).isEqualTo("arn:aws:iam::123456789012:user/ops/ada");
    }

    @Test
    void registrationTakesThePlaceOfTheFormerOne() {
        CALLERS.register("");
        assertThat(whoIsKnown()).isEqualTo("arn:aws:iam::123456789012:user/AKIAKNOWN");
        COGNITO.put("identities", "{}");

        assertThat(whoIsKnown()).isEqualTo("arn:aws:iam::000000000000:user/AKIAKNOWN");
    }

    @Test
    void resetForgetsRegistrations() {
        CALLERS.register("", "\"unknownKeys\":\"REFUSE\"");
        COGNITO.reset();

        CALLERS.read(AwsBasicCredentials.create("AKIAKNOWN", "another"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"users\":[]}",
                "{\"unknownKeys\":\"MAYBE\"}",
                "{\"keys\":{}}",
                "{\"keys\":[7]}",
                "{\"keys\":[{\"accessKeyId\":\"AKIA\"}]}",
                "{\"keys\":[{\"secretAccessKey\":\"hush-hush\"}]}",
                "{\"keys\":[{\"accessKeyId\":\"AKIA\",\"secretAccessKey\":\"hush-hush\\n\"}]}",
                "{\"keys\":[{\"accessKeyId\":\"AKIA\",\"secretAccessKey\":\"hush-hush\",\"account\":\"1\"}]}",
                "{\"keys\":[{\"accessKeyId\":\"AKIA\",\"secretAccessKey\":\"hush-hush\",\"denied\":[\"all\"]}]}",
                "{\"keys\":[{\"accessKeyId\":\"AKIA\",\"secretAccessKey\":\"hush-hush\",\"denied\":\"sts:A\"}]}",
                "{\"keys\":[{\"accessKeyId\":\"AKIA\",\"secretAccessKey\":\"hush-hush\",\"revoked\":\"yes\"}]}",
                "{\"keys\":[{\"accessKeyId\":\"AKIA\",\"secretAccessKey\":\"hush-hush\",\"more\":1}]}",
                "{\"roles\":[{\"arn\":\"arn:aws:iam::123456789012:user/ada\"}]}",
                "{\"roles\":[{\"arn\":\"arn:aws:iam::123456789012:role/a\",\"maxSessionDuration\":3599}]}",
                "{\"roles\":[{\"arn\":\"arn:aws:iam::123456789012:role/a\",\"maxSessionDuration\":43201}]}",
                "{\"trustAnchors\":[{\"arn\":\"arn:aws:rolesanywhere:us-east-1:123456789012:trust-anchor/x\","
                        + "\"certificate\":\"\"}]}",
                "{\"trustAnchors\":[{\"certificate\":\"-----BEGIN CERTIFICATE-----\\nAA\\n"
                        + "-----END CERTIFICATE-----\"}]}"
            })
    void bodyThatIsNotUnderstoodIsRefusedAndNotRepeated(String body) {
        CALLERS.register("");

        var response = COGNITO.control("PUT", "identities", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Json.parse(response.body()).orElseThrow().path("message").asText())
                .endsWith(".")
                .doesNotContain("hush-hush");
        assertThat(whoIsKnown()).isEqualTo("arn:aws:iam::123456789012:user/AKIAKNOWN");
    }
}
