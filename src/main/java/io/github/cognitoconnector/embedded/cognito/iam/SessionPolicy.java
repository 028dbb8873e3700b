package io.github.cognitoconnector.embedded.cognito.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a session may at most: statements with Effect, Action and Resource, with the wildcards that AWS has for them. */
public record SessionPolicy(List<Statement> statements) {

    private static final Set<String> ELEMENTS = Set.of("Sid", "Effect", "Action", "Resource");

    record Statement(boolean allows, List<String> actions, List<String> resources) {

        boolean matches(String action, String resource) {
            return actions.stream().anyMatch(glob -> Glob.matches(lower(glob), lower(action)))
                    && resources.stream().anyMatch(glob -> Glob.matches(glob, resource));
        }

        private static String lower(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    /** Empty if the text is no policy, or one with elements that are not understood here, such as conditions. */
    public static Optional<SessionPolicy> parse(String text) {
        return Json.parse(text).map(policy -> policy.path("Statement")).flatMap(SessionPolicy::statements);
    }

    private static Optional<SessionPolicy> statements(JsonNode node) {
        List<Statement> statements = new ArrayList<>();
        for (JsonNode each : node.isObject() ? List.of(node) : node) {
            Optional<Statement> statement = statement(each);
            if (statement.isEmpty()) {
                return Optional.empty();
            }
            statements.add(statement.get());
        }
        return statements.isEmpty() ? Optional.empty() : Optional.of(new SessionPolicy(List.copyOf(statements)));
    }

    private static Optional<Statement> statement(JsonNode node) {
        String effect = node.path("Effect").asText();
        List<String> actions = texts(node.path("Action"));
        List<String> resources = texts(node.path("Resource"));
        boolean understood = node.properties().stream().allMatch(element -> ELEMENTS.contains(element.getKey()));
        boolean whole = (effect.equals("Allow") || effect.equals("Deny")) && !actions.isEmpty() && !resources.isEmpty();
        return understood && whole
                ? Optional.of(new Statement(effect.equals("Allow"), actions, resources))
                : Optional.empty();
    }

    /** One text or a list of texts; nothing for anything else. */
    private static List<String> texts(JsonNode node) {
        if (node.isTextual()) {
            return List.of(node.textValue());
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode each : node) {
            if (!each.isTextual()) {
                return List.of();
            }
            texts.add(each.textValue());
        }
        return List.copyOf(texts);
    }

    boolean allows(String action, String resource) {
        List<Statement> matching = statements.stream()
                .filter(statement -> statement.matches(action, resource))
                .toList();
        return !matching.isEmpty() && matching.stream().allMatch(Statement::allows);
    }
}
