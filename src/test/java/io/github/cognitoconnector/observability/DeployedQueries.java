package io.github.cognitoconnector.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The queries of {@code deploy/observability}. */
public final class DeployedQueries {

    public static final Path ALERTS = Path.of("deploy/observability/alerts.yaml");
    public static final Path DASHBOARD = Path.of("deploy/observability/dashboard.json");

    private static final Pattern IN_ALERT = Pattern.compile("\\$labels\\.(\\w+)");
    private static final Pattern IN_LEGEND = Pattern.compile("\\{\\{(\\w+)}}");

    private DeployedQueries() {}

    /**
     * A query and what is said of its results.
     *
     * @param shown the labels that its texts name
     */
    public record Query(String title, String expression, Set<String> shown) {

        @Override
        public String toString() {
            return title;
        }
    }

    /** The rules as they stand in the file. */
    public static List<JsonNode> alerts() {
        List<JsonNode> rules = new ArrayList<>();
        read(new YAMLMapper(), ALERTS)
                .path("groups")
                .forEach(group -> group.path("rules").forEach(rules::add));
        return rules;
    }

    public static List<Query> ofAlerts() {
        return alerts().stream()
                .map(rule -> new Query(
                        rule.path("alert").asText(),
                        rule.path("expr").asText(),
                        labels(IN_ALERT, rule.path("annotations").toString())))
                .toList();
    }

    public static List<Query> ofDashboard() {
        List<Query> queries = new ArrayList<>();
        dashboard()
                .path("panels")
                .forEach(panel -> panel.path("targets")
                        .forEach(target -> queries.add(new Query(
                                panel.path("title").asText(),
                                target.path("expr").asText(),
                                labels(IN_LEGEND, target.path("legendFormat").asText())))));
        return queries;
    }

    static JsonNode dashboard() {
        return read(new ObjectMapper(), DASHBOARD);
    }

    private static Set<String> labels(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode read(ObjectMapper mapper, Path file) {
        try {
            return mapper.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
