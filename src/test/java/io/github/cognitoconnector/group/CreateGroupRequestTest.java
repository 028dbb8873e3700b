package io.github.cognitoconnector.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.rest.ObjectMapperRules;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateGroupRequestTest {

    private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        new ObjectMapperRules().customize(JSON);
    }

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"demo\"}",
                "{\"name\": \"ä/b~🙂\", \"description\": \"Two words\", \"precedence\": 0}",
                "{\"name\": \"demo\", \"roleArn\": \"arn:aws:iam::123456789012:role/path/editors\"}",
                "{\"name\": \"demo\", \"roleArn\": \"arn:aws-us-gov:iam::123456789012:role/editors\"}"
            })
    void accepts(String body) throws JsonProcessingException {
        assertThat(violations(body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name        | {}
            name        | {"name": ""}
            name        | {"name": "two words"}
            name        | {"name": "a\\u0000b"}
            name        | {"name": "a\\u200bb"}
            precedence  | {"name": "demo", "precedence": -1}
            roleArn     | {"name": "demo", "roleArn": "arn:aws:iam::123456789012:user/ada"}
            roleArn     | {"name": "demo", "roleArn": "role/editors"}
            """)
    void refuses(String member, String body) throws JsonProcessingException {
        assertThat(violations(body)).isNotEmpty().allMatch(member::equals);
    }

    @Test
    void takesAsManyCharactersAsCognito() throws JsonProcessingException {
        assertThat(violations("{\"name\": \"" + "x".repeat(128) + "\"}")).isEmpty();
        assertThat(violations("{\"name\": \"" + "x".repeat(129) + "\"}")).containsExactly("name");
    }

    @Test
    void tagTellsNoDescriptionFromTheWordNull() {
        assertThat(group(null).etag())
                .isNotEqualTo(group("null").etag())
                .isEqualTo(group(null).etag());
    }

    private static Group group(@Nullable String description) {
        Instant now = Instant.parse("2026-11-20T12:00:00Z");
        return new Group("demo", description, null, null, now, now);
    }

    private static List<String> violations(String body) throws JsonProcessingException {
        return FACTORY.getValidator().validate(JSON.readValue(body, CreateGroupRequest.class)).stream()
                .map(violation -> violation.getPropertyPath().toString())
                .toList();
    }
}
