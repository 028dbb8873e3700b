package io.github.cognitoconnector.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorBodyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                               | {"__type": "TooManyRequestsException"}      | true
            -                                               | {"__type": "aws.cognito#ThrottlingException"} | true
            -                                               | {"__type": "RequestLimitExceeded"}          | true
            TooManyRequestsException:http://internal/coral/ | {}                                          | true
            UserNotFoundException                           | {"__type": "TooManyRequestsException"}      | false
            -                                               | {"__type": "LimitExceededException"}        | false
            -                                               | {"message": "TooManyRequestsException"}     | false
            -                                               | <html>TooManyRequestsException</html>       | false
            -                                               | []                                          | false
            -                                               | ''                                          | false
            """)
    void tellsThrottlingByTheCode(@Nullable String header, String body, boolean throttling) throws IOException {
        ErrorBody error = read(body);
        assertThat(header == null ? error.isThrottling() : ErrorBody.isThrottling(header))
                .isEqualTo(throttling);
        assertThat(error.whole()).hasContent(body);
    }

    @Test
    void leavesLongBodiesWhole() throws IOException {
        String body = "{\"__type\": \"TooManyRequestsException\", \"message\": \"" + "x".repeat(200_000) + "\"}";
        ErrorBody error = read(body);
        assertThat(error.isThrottling()).isFalse();
        assertThat(error.whole()).hasContent(body);
    }

    private static ErrorBody read(String body) throws IOException {
        return ErrorBody.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
