package io.github.cognitoconnector.embedded.cognito.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The type and the constraints of a request member, as the service model declares them. */
public sealed interface Shape {

    void check(String path, JsonNode value, Violations violations);

    /** What a list says that binds its elements; empty for those that are checked one by one. */
    default List<String> constraints() {
        return List.of();
    }

    /** The value without what the shape does not declare: AWS ignores unknown members and takes null for absent. */
    default JsonNode known(JsonNode value) {
        return value;
    }

    /**
     * A text whose length counts code points.
     *
     * @param confidential leaves the value out of the error
     */
    record Text(int min, int max, @Nullable Pattern pattern, boolean confidential) implements Shape {
        @Override
        public List<String> constraints() {
            String longest = "Member must have length less than or equal to " + max;
            String shortest = "Member must have length greater than or equal to " + min;
            return pattern == null
                    ? List.of(longest, shortest)
                    : List.of(longest, shortest, "Member must satisfy regular expression pattern: " + pattern);
        }

        @Override
        public void check(String path, JsonNode value, Violations violations) {
            if (!value.isTextual()) {
                throw wrongType("String", value);
            }
            String text = wellFormed(value.textValue());
            String shown = confidential ? "" : " '" + text + "'";
            int length = text.codePointCount(0, text.length());
            if (pattern != null && !pattern.matcher(text).matches()) {
                violations.add(shown, path, "satisfy regular expression pattern: " + pattern);
            }
            if (length < min) {
                violations.add(shown, path, "have length greater than or equal to " + min);
            }
            if (length > max) {
                violations.add(shown, path, "have length less than or equal to " + max);
            }
        }
    }

    /** One word out of a fixed set. */
    record Choice(List<String> words) implements Shape {
        @Override
        public List<String> constraints() {
            return List.of("Member must satisfy enum value set: " + words);
        }

        @Override
        public void check(String path, JsonNode value, Violations violations) {
            if (!value.isTextual()) {
                throw wrongType("String", value);
            }
            String word = wellFormed(value.textValue());
            if (!words.contains(word)) {
                violations.add(" '" + word + "'", path, "satisfy enum value set: " + words);
            }
        }
    }

    record Whole(long min, long max) implements Shape {
        @Override
        public void check(String path, JsonNode value, Violations violations) {
            if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                throw wrongType("Integer", value);
            }
            String shown = " '" + value.longValue() + "'";
            if (value.longValue() < min) {
                violations.add(shown, path, "have value greater than or equal to " + min);
            }
            if (value.longValue() > max) {
                violations.add(shown, path, "have value less than or equal to " + max);
            }
        }
    }

    record Flag() implements Shape {
        @Override
        public void check(String path, JsonNode value, Violations violations) {
            if (!value.isBoolean()) {
                throw wrongType("Boolean", value);
            }
        }
    }

    /** A list; what is wrong with a plain element is said of the list as a whole, with all that binds its elements. */
    record Many(Shape element, int min, int max) implements Shape {
        @Override
        public void check(String path, JsonNode value, Violations violations) {
            if (!value.isArray()) {
                throw wrongType("List", value);
            }
            String shown = element.constraints().isEmpty() || isConfidential() ? "" : " '" + texts(value) + "'";
            if (value.size() < min) {
                violations.add(shown, path, "have length greater than or equal to " + min);
            }
            if (value.size() > max) {
                violations.add(shown, path, "have length less than or equal to " + max);
            }
            if (element.constraints().isEmpty()) {
                checkEach(path, value, violations);
            } else if (isBroken(path, value)) {
                violations.add(shown, path, "satisfy constraint: " + element.constraints());
            }
        }

        private boolean isConfidential() {
            return element instanceof Text text && text.confidential();
        }

        private void checkEach(String path, JsonNode value, Violations violations) {
            for (int i = 0; i < value.size(); i++) {
                element.check("%s.%d.member".formatted(path, i + 1), value.get(i), violations);
            }
        }

        @Override
        public JsonNode known(JsonNode value) {
            ArrayNode known = Json.array();
            value.forEach(each -> known.add(element.known(each)));
            return known;
        }

        private boolean isBroken(String path, JsonNode value) {
            Violations ofElements = new Violations();
            value.forEach(one -> element.check(path, one, ofElements));
            return ofElements.any();
        }

        private static List<String> texts(JsonNode value) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }
    }

    record Structure(List<Member> members) implements Shape {
        @Override
        public void check(String path, JsonNode value, Violations violations) {
            if (!value.isObject()) {
                throw wrongType("Structure", value);
            }
            for (Member member : members) {
                member.check(path.isEmpty() ? "" : path + ".", value, violations);
            }
        }

        @Override
        public ObjectNode known(JsonNode value) {
            ObjectNode known = Json.object();
            for (Member member : members) {
                if (value.hasNonNull(member.name())) {
                    known.set(member.name(), member.shape().known(value.get(member.name())));
                }
            }
            return known;
        }
    }

    /** A map from text of one shape to values of another; one to null is none. */
    record Dictionary(Shape key, Shape value) implements Shape {

        public Dictionary(Shape value) {
            this(Shapes.ANY_TEXT, value);
        }

        @Override
        public void check(String path, JsonNode node, Violations violations) {
            if (!node.isObject()) {
                throw wrongType("Map", node);
            }
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                key.check(path, TextNode.valueOf(entry.getKey()), violations);
                if (!entry.getValue().isNull()) {
                    value.check(path + "." + entry.getKey(), entry.getValue(), violations);
                }
            }
        }

        @Override
        public ObjectNode known(JsonNode node) {
            ObjectNode known = Json.object();
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                if (!entry.getValue().isNull()) {
                    known.set(entry.getKey(), value.known(entry.getValue()));
                }
            }
            return known;
        }
    }

    /** JSON can escape half a surrogate pair, which is no character and could not be written to the answer. */
    private static String wellFormed(String text) {
        if (text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw Refusal.serialization("A string holds half a surrogate pair.");
        }
        return text;
    }

    private static Refusal wrongType(String wanted, JsonNode got) {
        return Refusal.serialization("%s_VALUE can not be converted to %s"
                .formatted(got.getNodeType().name(), wanted.equals("Integer") ? "an Integer" : "a " + wanted));
    }
}
