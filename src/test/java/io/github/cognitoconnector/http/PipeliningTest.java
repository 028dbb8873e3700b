package io.github.cognitoconnector.http;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Tokens;
import io.github.cognitoconnector.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Callers who do not wait for answers. */
@QuarkusTest
class PipeliningTest {

    private static final byte[] REQUESTS =
            "GET /v1/apps HTTP/1.1\r\nHost: a\r\n\r\n".repeat(1000).getBytes(StandardCharsets.US_ASCII);

    @Test
    void aFloodThatNobodyReadsIsCutOffAndHurtsNobody() {
        long sent = 0;
        try (Wire wire = Wire.open()) {
            while (sent < 100_000_000 && wire.takes(REQUESTS)) {
                sent += REQUESTS.length;
            }
        }
        assertThat(sent).as("what sockets hold").isLessThan(20_000_000);
        as(Tokens.demo()).get(DEMO).then().statusCode(200);
    }

    @Test
    void oneRequestBehindTheOtherIsAnswered() {
        String request = Wire.head("GET " + DEMO, Tokens.demo());
        String answers = Wire.answerTo(request + "\r\n" + request + "\r\n" + request + "Connection: close\r\n\r\n");
        assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(4);
    }
}
