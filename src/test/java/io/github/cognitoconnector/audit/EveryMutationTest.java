package io.github.cognitoconnector.audit;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Walks every operation of the document that does not only read, so that a new one cannot be forgotten. */
@QuarkusTest
class EveryMutationTest {

    private static final Set<String> MUTATING = Set.of("post", "put", "patch", "delete");

    private static final String JOB = "demo." + UUID.randomUUID();

    private record Mutation(String method, String path, JsonNode node) {

        String id() {
            return node.path("operationId").asText();
        }

        String trail() {
            return ofApp() ? "/v1/apps/demo/audit" : Trail.PLATFORM;
        }

        boolean ofApp() {
            return path.contains("{appId}") || ofJob();
        }

        boolean ofJob() {
            return path.contains("{job}");
        }

        Response sendBy(String token) {
            RequestSpecification request = as(token);
            var bodies = node.at("/requestBody/content").fieldNames();
            if (bodies.hasNext()) {
                request.contentType(bodies.next()).body("{}");
            }
            String url = path.replace("{appId}", "demo").replace("{job}", JOB).replaceAll("\\{\\w+}", unique("some-"));
            return request.request(method.toUpperCase(java.util.Locale.ROOT), url);
        }
    }

    @Test
    void everyRefusalForWantOfAPermissionIsOneRow() throws IOException {
        List<String> walked = new ArrayList<>();
        for (Mutation mutation : mutations()) {
            Response refused = mutation.sendBy(Tokens.withScopes());

            assertThat(refused.statusCode()).as(mutation.id()).isEqualTo(403);
            List<Map<String, Object>> rows = Trail.of(mutation.trail(), refused);
            assertThat(rows).as(mutation.id()).hasSize(1);
            assertThat(rows.getFirst())
                    .as(mutation.id())
                    .containsEntry("operation", mutation.id())
                    .containsEntry("outcome", "refused")
                    .containsEntry("status", 403)
                    .containsEntry("problem", "forbidden")
                    .containsEntry("caller", Map.of("kind", "CLIENT", "clientId", "demoapp", "sub", "demoapp"));
            walked.add(mutation.id());
        }
        assertThat(walked)
                .contains("createUser", "deleteUser", "createApp", "addUserToGroup")
                .hasSizeGreaterThan(10);
    }

    @Test
    void everyRefusalOnAnAppOfOthersIsOneRowOfThePlatform() throws IOException {
        for (Mutation mutation : mutations()) {
            if (mutation.ofApp()) {
                Response refused = mutation.sendBy(Tokens.other());

                assertThat(refused.statusCode()).as(mutation.id()).isEqualTo(404);
                assertThat(Trail.of("/v1/apps/demo/audit", refused)).isEmpty();
                assertThat(Trail.of(Trail.PLATFORM, refused))
                        .as(mutation.id())
                        .singleElement()
                        .satisfies(row -> assertThat(row)
                                .containsEntry("operation", mutation.id())
                                .containsEntry("target", mutation.ofJob() ? "job:" + JOB : "app:demo")
                                .containsEntry("problem", mutation.ofJob() ? "job-not-found" : "app-not-found")
                                .doesNotContainKey("part"));
            }
        }
    }

    @Test
    void nobodyLeavesNoRow() throws IOException {
        String before = Trail.list(Trail.PLATFORM + "/verify").getString("last.seq");
        String beforeOfApp = Trail.list("/v1/apps/demo/audit/verify").getString("last.seq");
        for (Mutation mutation : mutations()) {
            assertThat(mutation.sendBy("nonsense").statusCode())
                    .as(mutation.id())
                    .isEqualTo(401);
        }
        assertThat(Trail.list(Trail.PLATFORM + "/verify").getString("last.seq")).isEqualTo(before);
        assertThat(Trail.list("/v1/apps/demo/audit/verify").getString("last.seq"))
                .isEqualTo(beforeOfApp);
    }

    private static List<Mutation> mutations() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asByteArray());
        List<Mutation> found = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> MUTATING.contains(operation.getKey()))
                        .filter(operation -> changes(operation.getValue()))
                        .forEach(operation ->
                                found.add(new Mutation(operation.getKey(), path.getKey(), operation.getValue()))));
        return found;
    }

    /** What only asks, although its words are in a body, has no dry run. */
    private static boolean changes(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .anyMatch(p -> p.path("name").asText().equals("dryRun"));
    }
}
