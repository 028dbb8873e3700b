package io.github.cognitoconnector.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a template comes to with some parameters, in a region and an account. */
final class Stack {

    /** What {@code Fn::Sub} replaces. */
    static final Pattern PLACE = Pattern.compile("\\$\\{([^}!]+)}");

    private final JsonNode template;
    private final Map<String, String> values = new HashMap<>();

    Stack(JsonNode template, Map<String, String> parameters) {
        this.template = template;
        values.put("AWS::Region", "eu-central-1");
        template.path("Parameters").properties().forEach(parameter -> {
            if (parameter.getValue().has("Default")) {
                values.put(
                        parameter.getKey(), parameter.getValue().path("Default").asText());
            }
        });
        values.putAll(parameters);
    }

    /** What a resource is called from now on, by {@code Ref} or, as {@code name.attribute}, by {@code Fn::GetAtt}. */
    void name(String resource, String value) {
        values.put(resource, value);
    }

    /** Whether there is a resource or an output, by its condition. */
    boolean has(JsonNode resource) {
        return !resource.has("Condition")
                || truth(template.path("Conditions")
                        .path(resource.path("Condition").asText()));
    }

    /** The value without functions; missing if it is {@code AWS::NoValue}. */
    JsonNode resolve(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.valueStream()
                    .map(this::resolve)
                    .filter(item -> !item.isMissingNode())
                    .forEach(array::add);
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        if (node.size() == 1) {
            Map.Entry<String, JsonNode> only = node.properties().iterator().next();
            if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
                return call(only.getKey(), only.getValue());
            }
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(property -> {
            JsonNode value = resolve(property.getValue());
            if (!value.isMissingNode()) {
                object.set(property.getKey(), value);
            }
        });
        return object;
    }

    private JsonNode call(String function, JsonNode argument) {
        return switch (function) {
            case "Ref" ->
                argument.asText().equals("AWS::NoValue") ? MissingNode.getInstance() : text(argument.asText());
            case "Fn::GetAtt" ->
                text(argument.path(0).asText() + "." + argument.path(1).asText());
            case "Fn::Sub" -> TextNode.valueOf(PLACE.matcher(argument.asText()).replaceAll(this::quoted));
            case "Fn::If" ->
                resolve(argument.path(
                        truth(template.path("Conditions").path(argument.path(0).asText())) ? 1 : 2));
            case "Fn::Equals" -> BooleanNode.valueOf(resolve(argument.path(0)).equals(resolve(argument.path(1))));
            case "Fn::Not" -> BooleanNode.valueOf(!truth(argument.path(0)));
            default -> throw new AssertionError("Not known here: " + function);
        };
    }

    private boolean truth(JsonNode condition) {
        return resolve(condition).booleanValue();
    }

    private String quoted(MatchResult place) {
        return Matcher.quoteReplacement(text(place.group(1)).textValue());
    }

    private TextNode text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new AssertionError("Nothing is called " + name);
        }
        return TextNode.valueOf(value);
    }
}
