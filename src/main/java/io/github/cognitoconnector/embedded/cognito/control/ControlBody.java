package io.github.cognitoconnector.embedded.cognito.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads bodies of the control door strictly: what is not understood is refused, never ignored. */
final class ControlBody {

    private ControlBody() {}

    static JsonNode object(String body) {
        return Json.parse(body)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new Complaint("The body must be a JSON object."));
    }

    static JsonNode array(String body) {
        return Json.parse(body)
                .filter(JsonNode::isArray)
                .orElseThrow(() -> new Complaint("The body must be a JSON array."));
    }

    static void checkNames(JsonNode object, Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new Complaint("\"" + name + "\" is not one of "
                        + known.stream().sorted().toList() + ".");
            }
        });
    }

    /** Numbers by name, each of which has to pass the test. */
    static Map<String, JsonNode> numbers(String body, Set<String> known, Predicate<JsonNode> test, String wanted) {
        JsonNode object = object(body);
        checkNames(object, known);
        Map<String, JsonNode> numbers = new LinkedHashMap<>();
        object.properties().forEach(entry -> {
            if (!test.test(entry.getValue())) {
                throw new Complaint("\"" + entry.getKey() + "\" must be " + wanted + ".");
            }
            numbers.put(entry.getKey(), entry.getValue());
        });
        return numbers;
    }

    static boolean isWhole(JsonNode node, long min, long max) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= min && node.longValue() <= max;
    }
}
