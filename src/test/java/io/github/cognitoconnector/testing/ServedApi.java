package io.github.cognitoconnector.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Every operation of the served document, with what it takes to ask for it. Nothing is listed here. */
public final class ServedApi {

    private static final String EXAMPLE = "example";

    private final JsonNode document;

    private ServedApi(JsonNode document) {
        this.document = document;
    }

    /**
     * An operation.
     *
     * @param method in capitals
     * @param mediaType of the body that it takes; empty if it takes none
     * @param body the document's example, if that is a JSON object, or text of another media type
     */
    public record Operation(
            String id,
            String method,
            String path,
            List<Parameter> parameters,
            Optional<String> mediaType,
            Optional<JsonNode> body) {

        public boolean ofApp() {
            return path.contains("{appId}");
        }

        public boolean ofJob() {
            return path.contains("{job}");
        }

        public boolean reads() {
            return method.equals("GET");
        }

        public List<Parameter> in(String place) {
            return parameters.stream().filter(p -> p.in.equals(place)).toList();
        }

        public boolean takes(String place, String name) {
            return in(place).stream().anyMatch(p -> p.name.equals(name));
        }
    }

    /** @param example empty if the document has none */
    public record Parameter(String name, String in, boolean required, String example) {}

    public static ServedApi read() {
        try {
            return new ServedApi(new ObjectMapper()
                    .readTree(given().get("/q/openapi?format=json").asByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ServedApi of(JsonNode document) {
        return new ServedApi(document);
    }

    public List<Operation> operations() {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(o -> o.getValue().has("operationId"))
                        .map(o -> operation(path.getKey(), o.getKey(), path.getValue(), o.getValue())))
                .toList();
    }

    private Operation operation(String path, String method, JsonNode item, JsonNode operation) {
        Optional<String> mediaType = operation.at("/requestBody/content").properties().stream()
                .map(content -> content.getKey())
                .findFirst();
        List<Parameter> parameters = Stream.of(item.path("parameters"), operation.path("parameters"))
                .flatMap(JsonNode::valueStream)
                .map(ServedApi::parameter)
                .toList();
        return new Operation(
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                mediaType,
                mediaType.flatMap(
                        type -> example(operation.at("/requestBody/content").path(type))));
    }

    private static Parameter parameter(JsonNode parameter) {
        return new Parameter(
                parameter.path("name").asText(),
                parameter.path("in").asText(),
                parameter.path("required").asBoolean(),
                parameter.path(EXAMPLE).asText());
    }

    private Optional<JsonNode> example(JsonNode content) {
        JsonNode schema = content.path("schema");
        JsonNode resolved =
                schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
        return Stream.of(content.path(EXAMPLE), content.at("/examples/0"), resolved.at("/examples/0"))
                .filter(example -> example.isObject() || example.isTextual())
                .findFirst();
    }
}
