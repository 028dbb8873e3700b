package io.github.cognitoconnector.app;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.AwsAccount;
import io.github.cognitoconnector.testing.EveryLog;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that are no credentials are refused, and what they hold is neither answered nor logged. */
@QuarkusTest
class OddCredentialsTest {

    private static final String CANARY = "CANARYCANARYCANARY";

    private final AwsAccount account = new AwsAccount();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | {\"type\": \"STATIC\", \"accessKeyId\": [\"$\"], \"secretAccessKey\": \"$\"}",
                "400 | {\"type\": \"STATIC\", \"accessKeyId\": \"$\", \"secretAccessKey\": {\"text\": \"$\"}}",
                "400 | {\"type\": \"STATIC\", \"accessKeyId\": \"$\", \"secretAccessKey\": 12345678901234567890}",
                "400 | {\"type\": \"STATIC\", \"accessKeyId\": \"$\", \"secretAccessKey\": true}",
                "422 | {\"type\": \"STATIC\", \"accessKeyId\": \"$\", \"secretAccessKey\": null}",
                "422 | {\"type\": \"STATIC\", \"accessKeyId\": \"$\"}",
                "400 | {\"type\": \"STATIC\", \"accessKeyId\": \"$\", \"accessKeyId\": \"$\", \"secretAccessKey\": \"$\"}",
                "400 | {\"accessKeyId\": \"$\", \"accessKeyId\": \"$\", \"secretAccessKey\": \"$\", \"type\": \"STATIC\"}",
                "400 | {\"type\": \"DEFAULT\", \"accessKeyId\": \"$\", \"secretAccessKey\": \"$\", \"type\": \"STATIC\"}",
                "400 | {\"type\": \"STATIC\", \"accessKeyId\": \"$\", \"secretAccessKey\": \"$\", \"sessionToken\": \"$\"}",
                "422 | {\"type\": \"STATIC\", \"accessKeyId\": \"$\", \"secretAccessKey\": \"$\\ud800\"}",
                "422 | {\"type\": \"STATIC\", \"accessKeyId\": \"$\", \"secretAccessKey\": \"$\\u0000\"}",
                "422 | {\"type\": \"STATIC\", \"accessKeyId\": \"$\\n\", \"secretAccessKey\": \"$\"}",
                "422 | {\"type\": \"STATIC\", \"accessKeyId\": \"ASIA$\", \"secretAccessKey\": \"$\"}",
                "422 | {\"type\": \"$\", \"accessKeyId\": \"$\"}",
                "422 | {\"accessKeyId\": \"$\", \"secretAccessKey\": \"$\"}",
                "422 | {\"type\": {\"$\": \"$\"}, \"accessKeyId\": \"$\"}",
                "422 | {\"type\": [\"STATIC\"], \"accessKeyId\": \"$\"}",
                "400 | [\"STATIC\", {\"accessKeyId\": \"$\", \"secretAccessKey\": \"$\"}]",
                "400 | \"$\"",
                "400 | {\"type\": \"STATIC\", \"accessKeyId\": \"$\", \"secretAccessKey\": \"$",
                "400 | {\"type\": \"STATIC\", \"accessKeyId\": \"$\", \"secretAccessKey\": $}",
                "400 | {\"type\": \"DEFAULT\", \"externalId\": \"$\"}",
                "400 | {\"type\": \"ASSUME_ROLE\", \"roleArn\": \"arn:aws:iam::111122223333:role/x\", \"externalId\": \"$\"}",
                "422 | {\"type\": \"ASSUME_ROLE\", \"roleArn\": \"$\"}"
            })
    void isRefusedWithoutAWordOfIt(int status, String body) {
        String app = account.newApp();
        try (EveryLog log = EveryLog.open()) {
            Response answer = json(Tokens.platform(), body.replace("$", CANARY)).put(app + "/credentials");
            String text = answer.then().extract().asString();
            assertThat(answer.statusCode()).as(text).isEqualTo(status);
            assertThat(text).doesNotContain(CANARY);
            assertThat(log.text()).doesNotContain(CANARY);
        }
        assertThat(as(Tokens.platform()).get(app).<String>path("credentials.type"))
                .isEqualTo("DEFAULT");
    }
}
