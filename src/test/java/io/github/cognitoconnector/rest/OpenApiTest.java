package io.github.cognitoconnector.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.cognitoconnector.problem.ProblemType;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

    private static final Path COMMITTED = Path.of("openapi/openapi.yaml");

    private JsonNode document = MissingNode.getInstance();

    @BeforeEach
    void readTheServedDocument() {
        document = served();
    }

    private record Operation(String path, JsonNode node) {}

    @Test
    void theCommittedDocumentIsTheServedOne() throws IOException {
        assertThat(new YAMLMapper().readTree(COMMITTED.toFile()))
                .as("run ./mvnw package -DskipTests and commit openapi/")
                .isEqualTo(document);
    }

    @Test
    void isOpenApi31WithABearerScheme() {
        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(document.at("/components/securitySchemes/accessToken/scheme").asText())
                .isEqualTo("bearer");
        assertThat(document.path("security").toString()).contains("accessToken");
    }

    @Test
    void everyOperationIsNamedAndSummarised() {
        assertThat(operations().map(o -> o.node.path("operationId").asText()))
                .hasSizeGreaterThan(15)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z][a-zA-Z]+"));
        assertThat(operations())
                .allSatisfy(o -> assertThat(o.node.path("summary").asText()).isNotEmpty());
    }

    @Test
    void everyPlaceholderOfAPathIsAParameterWithAnExample() {
        assertThat(operations()).allSatisfy(operation -> {
            List<String> placeholders = Pattern.compile("\\{(\\w+)}")
                    .matcher(operation.path)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            JsonNode ofPath = document.path("paths").path(operation.path).path("parameters");
            List<String> declared = Stream.of(ofPath, operation.node.path("parameters"))
                    .flatMap(JsonNode::valueStream)
                    .filter(parameter -> parameter.path("in").asText().equals("path") && parameter.has("example"))
                    .map(parameter -> parameter.path("name").asText())
                    .toList();
            assertThat(declared).containsExactlyInAnyOrderElementsOf(placeholders);
        });
    }

    @Test
    void everyOperationNamesItsProblems() {
        assertThat(operations()).allSatisfy(operation -> {
            JsonNode responses = operation.node.path("responses");
            assertThat(List.of("400", "401", "403", "500", "503")).allMatch(responses::has);
            if (operation.path.contains("{appId}")) {
                assertThat(codes(responses, "404")).contains(ProblemType.APP_NOT_FOUND.code());
            }
            if (operation.path.contains("{user}")) {
                assertThat(codes(responses, "404")).contains(ProblemType.USER_NOT_FOUND.code());
            }
        });
    }

    @Test
    void everyBodyAndEveryAnswerHasAnExample() {
        assertThat(operations()).allSatisfy(operation -> {
            assertHasExample(operation.node.at("/requestBody/content"));
            operation
                    .node
                    .path("responses")
                    .properties()
                    .forEach(r -> assertHasExample(r.getValue().path("content")));
        });
    }

    private void assertHasExample(JsonNode content) {
        content.properties().forEach(type -> {
            JsonNode schema = type.getValue().path("schema");
            List<JsonNode> schemas =
                    schema.has("anyOf") ? schema.path("anyOf").valueStream().toList() : List.of(schema);
            assertThat(schemas)
                    .as(type.getValue().toPrettyString())
                    .allMatch(one -> type.getValue().has("examples") || hasExample(one));
        });
    }

    private boolean hasExample(JsonNode schema) {
        JsonNode resolved =
                schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
        return resolved.path("properties").has("nextCursor") || resolved.has("examples");
    }

    @Test
    void everyAnswerButAnEmptyOneHasItsContent() {
        assertThat(operations())
                .allSatisfy(operation -> assertThat(
                                operation.node.path("responses").properties())
                        .filteredOn(response -> !response.getKey().equals("204"))
                        .allSatisfy(response -> assertThat(response.getValue().path("content"))
                                .as(operation.path + " " + response.getKey())
                                .isNotEmpty()));
    }

    @Test
    void whateverMakesSomethingCanBeRepeatedSafely() {
        assertThat(operations()
                        .filter(operation -> operation.node.path("responses").has("201")))
                .isNotEmpty()
                .allSatisfy(operation -> {
                    assertThat(operation.node.path("parameters").findValuesAsText("name"))
                            .contains("Idempotency-Key");
                    JsonNode responses = operation.node.path("responses");
                    assertThat(codes(responses, "409")).contains(ProblemType.IDEMPOTENCY_IN_FLIGHT.code());
                    assertThat(codes(responses, "422")).contains(ProblemType.IDEMPOTENCY_MISMATCH.code());
                });
    }

    private static List<String> codes(JsonNode responses, String status) {
        List<String> codes = new ArrayList<>();
        responses
                .at("/" + status + "/content/application~1problem+json/examples")
                .fieldNames()
                .forEachRemaining(codes::add);
        return codes;
    }

    private Stream<Operation> operations() {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(o -> !o.getKey().equals("parameters"))
                        .map(o -> new Operation(path.getKey(), o.getValue())));
    }

    private static JsonNode served() {
        try {
            return new ObjectMapper()
                    .readTree(given().get("/q/openapi?format=json").asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
