package io.github.cognitoconnector.embedded.cognito.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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
            String text = value.textValue();
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
            if (!words.contains(value.textValue())) {
                violations.add(" '" + value.textValue() + "'", path, "satisfy enum value set: " + words);
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
    }

    /** A map from text to values of one shape. */
    record Dictionary(Shape value) implements Shape {
        @Override
        public void check(String path, JsonNode node, Violations violations) {
            if (!node.isObject()) {
                throw wrongType("Map", node);
            }
            node.properties().forEach(entry -> value.check(path + "." + entry.getKey(), entry.getValue(), violations));
        }
    }

    private static Refusal wrongType(String wanted, JsonNode got) {
        return Refusal.serialization("%s_VALUE can not be converted to %s"
                .formatted(got.getNodeType().name(), wanted.equals("Integer") ? "an Integer" : "a " + wanted));
    }
}
