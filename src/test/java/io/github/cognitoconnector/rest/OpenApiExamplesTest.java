package io.github.cognitoconnector.rest;

import static io.github.cognitoconnector.testing.Api.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.testing.Api;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        String job = Jobs.started(Jobs.upload(Tokens.platform(), Api.DEMO, "", Jobs.CSV, "username\n"));
        Jobs.ended(Tokens.platform(), job);
        document.path("paths").properties().forEach(path -> {
            String url = withExamples(path.getKey().replace("{job}", job), path.getValue());
            if (path.getValue().has("get")) {
                String operation = path.getValue().at("/get/operationId").asText();
                assertThat(as(Tokens.platform()).get(url).statusCode())
                        .as("GET " + url)
                        .isEqualTo(operation.equals(OF_TRACKED_DEVICES) ? 409 : 200);
                tried.add(operation);
            }
            JsonNode post = path.getValue().path("post");
            if (!path.getKey().endsWith("/confirm")) { // whose code nobody can paste
                post.at("/requestBody/content").properties().forEach(content -> {
                    String body = example(document, content.getValue().path("schema"));
                    send(url, content.getKey(), body, post.path("responses"));
                    tried.add(post.path("operationId").asText());
                });
            }
        });
        assertThat(tried)
                .contains("createApp", "createUser", "createGroup", "signUp", "getUser", "listGroupsOfUser", "getApp")
                .contains("importUsers", "startBulk", "getJob", "watchJob", "exportUsers");
    }

    /** What would change the demo data in a job is predicted alone. */
    private void send(String url, String mediaType, String body, JsonNode responses) {
        boolean creates = responses.has("201");
        boolean starts = responses.has("202");
        Response answer = as(Tokens.platform())
                .contentType(mediaType)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(starts ? url + "?dryRun=true" : url);
        assertThat(answer.statusCode()).as(url + answer.asString()).isEqualTo(starts ? 202 : creates ? 201 : 200);
        if (creates) {
            made.add(answer.header("Location"));
        }
        if (starts) {
            assertThat(Jobs.ended(Tokens.platform(), answer.path("id")).getString("state"))
                    .isEqualTo("COMPLETED");
        }
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
        JsonNode resolved =
                schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
        JsonNode example = resolved.at("/examples/0");
        return example.isTextual() ? example.asText() : example.toString();
    }
}
