package io.github.cognitoconnector.rest;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody pastes from the document works: its examples are sent as they stand. */
@QuarkusTest
class OpenApiExamplesTest {

    private static final String SIGNED_UP = "grace.h";

    /** The demo pool tracks no devices: tokens would have to be refreshed with their keys. */
    private static final String OF_TRACKED_DEVICES = "listDevicesOfUser";

    private final List<String> made = new ArrayList<>();

    @AfterEach
    void removeWhatTheExamplesMade() {
        made.forEach(location -> as(Tokens.platform())
                .header("If-Match", "*")
                .delete(location)
                .then()
                .statusCode(location.contains("/signups/") ? 404 : 204));
        Cognito.sdk().adminDeleteUser(r -> r.userPoolId(Cognito.DEMO_POOL).username(SIGNED_UP));
    }

    @Test
    void readsAndCreatesWork() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asByteArray());
        List<String> tried = new ArrayList<>();
        document.path("paths").properties().forEach(path -> {
            String url = withExamples(path.getKey(), path.getValue());
            if (path.getValue().has("get")) {
                String operation = path.getValue().at("/get/operationId").asText();
                assertThat(as(Tokens.platform()).get(url).statusCode())
                        .as("GET " + url)
                        .isEqualTo(operation.equals(OF_TRACKED_DEVICES) ? 409 : 200);
                tried.add(operation);
            }
            JsonNode body = path.getValue().at("/post/requestBody/content/application~1json/schema");
            if (!body.isMissingNode() && !path.getKey().endsWith("/confirm")) { // whose code nobody can paste
                Response answer =
                        json(Tokens.platform(), example(document, body)).post(url);
                boolean creates = path.getValue().at("/post/responses").has("201");
                assertThat(answer.statusCode()).as(url + answer.asString()).isEqualTo(creates ? 201 : 200);
                if (creates) {
                    made.add(answer.header("Location"));
                }
                tried.add(path.getValue().at("/post/operationId").asText());
            }
        });
        assertThat(tried)
                .contains("createApp", "createUser", "createGroup", "signUp", "getUser", "listGroupsOfUser", "getApp");
    }

    private static String withExamples(String path, JsonNode item) {
        String url = path;
        List<JsonNode> parameters = new ArrayList<>();
        item.path("parameters").forEach(parameters::add);
        item.path("get").path("parameters").forEach(parameters::add);
        item.path("post").path("parameters").forEach(parameters::add);
        for (JsonNode parameter : parameters) {
            url = url.replace(
                    "{" + parameter.path("name").asText() + "}",
                    parameter.path("example").asText());
        }
        return url;
    }

    private static String example(JsonNode document, JsonNode schema) {
        return document.at(schema.path("$ref").asText().substring(1))
                .at("/examples/0")
                .toString();
    }
}
