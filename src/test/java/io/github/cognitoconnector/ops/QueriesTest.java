package io.github.cognitoconnector.ops;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.observability.DeployedQueries;
import io.github.cognitoconnector.observability.DeployedQueries.Query;
import io.github.cognitoconnector.observability.PromQl;
import io.github.cognitoconnector.testing.CertificateAuthority;
import io.github.cognitoconnector.testing.CertificateAuthority.KeyKind;
import io.github.cognitoconnector.testing.CertificateAuthority.Wish;
import io.github.cognitoconnector.testing.Choices;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever dashboard, alerts and documentation name is there, with those labels, in what a scrape of the service tells. */
@QuarkusTest
class QueriesTest {

    private static final Path OPERATIONS = Path.of("docs/operations.md");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final CertificateAuthority ROOT = CertificateAuthority.root("Root of alerts", KeyKind.EC);

    /** What Prometheus itself makes. */
    private static final String UP = "up";

    private static final Set<String> OF_THE_SCRAPE = Set.of("job", "instance");
    private static final Pattern SAMPLE = Pattern.compile("([A-Za-z_:][A-Za-z0-9_:]*)(?:\\{(.*)})? .*");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern TYPE = Pattern.compile("# TYPE (connector_\\w+?)(?:_total)? (\\w+)");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(connector_[a-z_]+)` \\|");
    private static final Pattern MENTIONED = Pattern.compile("`(connector_[a-z_]+?)(?:_count|_sum|_bucket)?`");

    /** No metric, but a role of the database. */
    private static final String OWNER = "connector_owner";

    @Inject
    CredentialsWatch watch;

    private final String app = unique("app-");

    /** Metrics that are only there once something has happened. */
    @BeforeEach
    void makeThemAppear() {
        as(Tokens.demo()).get("/v1/apps/demo/users/nobody-" + app).then().statusCode(404);
        json(Tokens.platform(), """
                {"id": "%s", "name": "App", "userPoolId": "us-east-1_demo", "clientIds": ["nobody"]}""".formatted(app)).post("/v1/apps").then().statusCode(201);
        Instant now = Instant.now();
        json(
                        Tokens.platform(),
                        Choices.anywhere(ROOT.issue(
                                Wish.endEntity("ends soon", KeyKind.EC).valid(now, now.plus(Duration.ofHours(1))))))
                .put("/v1/apps/" + app + "/credentials")
                .then()
                .statusCode(200);
        watch.run();
    }

    @AfterEach
    void remove() {
        as(Tokens.platform())
                .header("If-Match", "*")
                .delete("/v1/apps/" + app)
                .then()
                .statusCode(204);
        watch.run();
    }

    @Test
    void everyQueryIsAboutMetricsAndLabelsThatThereAre() {
        List<Query> queries = Stream.concat(DeployedQueries.ofAlerts().stream(), DeployedQueries.ofDashboard().stream())
                .toList();
        assertThat(queries).hasSizeGreaterThan(50);
        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<String, Set<String>> scraped = scraped();
            assertThat(queries).allSatisfy(query -> assertAnswers(query, scraped));
        });
    }

    private static void assertAnswers(Query query, Map<String, Set<String>> scraped) {
        PromQl asked = PromQl.of(query.expression());
        assertThat(asked.metrics()).as(query.expression()).isNotEmpty();
        asked.metrics().forEach((metric, selected) -> {
            assertThat(scraped).as(query.title()).containsKey(metric);
            Set<String> there = new TreeSet<>(scraped.getOrDefault(metric, Set.of()));
            there.addAll(OF_THE_SCRAPE);
            assertThat(there)
                    .as("%s: %s", query.title(), metric)
                    .containsAll(selected)
                    .containsAll(asked.grouping());
            boolean aggregated = query.expression().matches("(?s).*\\b(sum|min|max|count)\\b.*");
            assertThat(aggregated ? asked.grouping() : there)
                    .as("%s: shown", query.title())
                    .containsAll(query.shown());
        });
    }

    @Test
    void everyAlertSaysHowSevereItIsAndWhatToDo() throws IOException {
        Set<String> anchors = Files.readAllLines(OPERATIONS).stream()
                .filter(line -> line.startsWith("#"))
                .map(line ->
                        line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-'))
                .collect(Collectors.toSet());
        for (JsonNode rule : DeployedQueries.alerts()) {
            String name = rule.path("alert").asText();
            assertThat(rule.path("labels").path("severity").asText()).as(name).isIn("critical", "warning");
            assertThat(rule.path("annotations").path("summary").asText())
                    .as(name)
                    .isNotBlank();
            assertThat(rule.path("annotations").path("description").asText())
                    .as(name)
                    .isNotBlank();
            String runbook = rule.path("annotations").path("runbook_url").asText();
            assertThat(runbook).as(name).startsWith(OPERATIONS + "#");
            assertThat(anchors).as(name).contains(runbook.substring(runbook.indexOf('#') + 1));
        }
    }

    @Test
    void theDocumentationNamesTheServicesOwnMetricsAndNoOthers() throws IOException {
        String text = Files.readString(OPERATIONS);
        Set<String> mentioned = found(MENTIONED, text);
        mentioned.remove(OWNER);
        await().atMost(PATIENCE).untilAsserted(() -> {
            Set<String> families = families();
            assertThat(found(DOCUMENTED, text)).isEqualTo(families);
            assertThat(families).containsAll(mentioned);
        });
    }

    /** Not the maxima that come with times; the names of counters are told with their ending or without it. */
    private static Set<String> families() {
        return TYPE.matcher(scrape())
                .results()
                .map(type -> type.group(1) + (type.group(2).equals("counter") ? "_total" : ""))
                .filter(name -> !name.endsWith("_max"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each metric with its labels. */
    private static Map<String, Set<String>> scraped() {
        Map<String, Set<String>> metrics = new TreeMap<>();
        metrics.put(UP, new TreeSet<>());
        scrape().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            var sample = SAMPLE.matcher(line);
            assertThat(sample.matches()).as(line).isTrue();
            Set<String> labels = metrics.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
            if (sample.group(2) != null) {
                LABEL.matcher(sample.group(2)).results().forEach(label -> labels.add(label.group(1)));
            }
        });
        return metrics;
    }

    private static String scrape() {
        return given().get("/q/metrics").then().statusCode(200).extract().asString();
    }
}
