package io.github.cognitoconnector.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.CertificateAuthority;
import io.github.cognitoconnector.testing.CertificateAuthority.KeyKind;
import io.github.cognitoconnector.testing.CertificateAuthority.Wish;
import io.github.cognitoconnector.testing.Choices;
import io.github.cognitoconnector.testing.ServedApi;
import io.github.cognitoconnector.testing.ServedApi.Operation;
import io.github.cognitoconnector.testing.ServedApi.Parameter;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks a replica for every operation that its document names, as the examples there do, and for what they leave out. */
final class EveryOperation {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String NDJSON = "application/x-ndjson";

    private final Replica replica;
    private final Tenant tenant;
    private final Map<String, Integer> statuses = new TreeMap<>();

    private EveryOperation(Replica replica, Tenant tenant) {
        this.replica = replica;
        this.tenant = tenant;
    }

    /** Returns the status that each operation was answered with, by its id. */
    static Map<String, Integer> ask(Cluster cluster, Replica replica) {
        EveryOperation round = new EveryOperation(replica, cluster.newApp(replica, Map.of()));
        round.prepare();
        round.credentials();
        round.operations(round.jobs());
        round.mistakes();
        round.pages();
        return round.statuses;
    }

    private void prepare() {
        send("PATCH", tenant.path(""), "{\"selfSignUp\": true, \"roleMappings\": {\"demo\": [\"role\"]}}");
        replica.json("POST", tenant.path("/groups"), "{\"name\": \"demo\"}", 201);
        tenant.create(replica, "ada");
    }

    /** Each kind is kept and tried; the last is the service's own, which works. */
    private void credentials() {
        CertificateAuthority authority = CertificateAuthority.root("Root", KeyKind.EC);
        List.of(KeyKind.values())
                .forEach(kind -> choose(Choices.anywhere(authority.issue(Wish.endEntity("end", kind)))));
        choose(Choices.role(Choices.ROLE));
        choose(Choices.keys("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
        choose("{\"type\": \"DEFAULT\"}");
    }

    private void choose(String choice) {
        assertThat(send("PUT", tenant.path("/credentials"), choice)).as(choice).isEqualTo(200);
        assertThat(send("POST", tenant.path("/connection-test"), "")).isEqualTo(200);
    }

    /** Imports in both formats, of which some rows cannot be carried out; returns one of them. */
    private String jobs() {
        String csv = imported("text/csv", "username,email,groups\ncsv,csv@example.com,demo\nnobody,x,none\n");
        String lines =
                imported(NDJSON, "{\"username\": \"line\", \"attributes\": {\"email\": \"line@example.com\"}}\n");
        List.of(csv, lines).forEach(job -> tenant.ended(replica, job, PATIENCE));
        assertThat(send("POST", "/v1/jobs/" + csv + "/retry", "")).isLessThan(500);
        tenant.ended(replica, csv, PATIENCE);
        return csv;
    }

    private String imported(String mediaType, String file) {
        return replica.post(tenant.path("/imports"), mediaType, BodyPublishers.ofString(file), 202)
                .path("id")
                .textValue();
    }

    /** What removes something comes last. */
    private void operations(String job) {
        List<Operation> operations = new ArrayList<>(
                ServedApi.of(replica.get("/q/openapi?format=json")).operations());
        operations.sort(Comparator.comparing(operation -> operation.method().equals("DELETE")));
        operations.forEach(operation -> statuses.put(operation.id(), ask(operation, job)));
    }

    private int ask(Operation operation, String job) {
        String body = operation
                .body()
                .map(b -> b.isTextual() ? b.textValue() : b.toString())
                .orElse("");
        String key = "key-" + operation.id();
        int status = replica.ask(
                path(operation, job),
                request -> request.header("If-Match", "*")
                        .header("Idempotency-Key", key)
                        .header("content-type", operation.mediaType().orElse(Http.JSON))
                        .method(operation.method(), BodyPublishers.ofString(body)));
        assertThat(status).as(operation.id()).isLessThan(500);
        return status;
    }

    private String path(Operation operation, String job) {
        String path = operation
                .path()
                .replace("{appId}", tenant.id())
                .replace("{user}", "ada")
                .replace("{username}", "ada")
                .replace("{group}", "demo")
                .replace("{job}", job);
        for (Parameter parameter : operation.in("path")) {
            path = path.replace("{" + parameter.name() + "}", parameter.example());
        }
        return path;
    }

    private void mistakes() {
        for (String body : List.of("{", "{\"id\": 1, \"unknown\": true}", "{\"id\": \"\"}")) {
            assertThat(send("POST", "/v1/apps", body)).as(body).isBetween(400, 499);
        }
        for (String path : List.of("/v1/apps?limit=many", "/v1/apps?cursor=none", "/v1/apps/none", "/none")) {
            assertThat(send("GET", path, "")).as(path).isBetween(400, 499);
        }
        assertThat(replica.ask("/v1/apps", request -> request.setHeader("authorization", "Bearer x.y.z")))
                .isBetween(400, 499);
    }

    private void pages() {
        for (String path :
                List.of("/q/swagger-ui/", "/q/openapi", tenant.path("/export?format=csv"), "/v1/audit/export")) {
            assertThat(send("GET", path, "")).as(path).isLessThan(500);
        }
        for (String path : List.of("/q/metrics", "/q/health", "/q/health/started")) {
            assertThat(replica.askManagement(path)).as(path).isEqualTo(200);
        }
    }

    private int send(String method, String path, String body) {
        return replica.ask(
                path,
                request -> request.header("If-Match", "*")
                        .header("content-type", method.equals("PATCH") ? "application/merge-patch+json" : Http.JSON)
                        .method(method, BodyPublishers.ofString(body)));
    }
}
