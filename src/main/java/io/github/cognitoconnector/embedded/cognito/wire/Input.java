package io.github.cognitoconnector.embedded.cognito.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The members of a request that has passed its constraints.
 *
 * @param region the region the request was signed for
 */
public record Input(ObjectNode members, String region) {

    /** A required member, or one whose absence means the empty text. */
    public String text(String name) {
        return find(name).orElse("");
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(members.path(name).textValue());
    }

    /** Absent is false. */
    public boolean flag(String name) {
        return members.path(name).asBoolean(false);
    }

    public OptionalInt number(String name) {
        JsonNode number = members.path(name);
        return number.isNumber() ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
    }

    public boolean has(String name) {
        return members.hasNonNull(name);
    }

    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        members.path(name).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    public Map<String, String> dictionary(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        members.path(name)
                .properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    /** A list of {@code {Name, Value}} in its order; an absent value is the empty text, the last of a name wins. */
    public Map<String, String> attributes(String name) {
        Map<String, String> attributes = new LinkedHashMap<>();
        members.path(name)
                .forEach(attribute -> attributes.put(
                        attribute.path("Name").asText(), attribute.path("Value").asText("")));
        return attributes;
    }

    /** The values may be passwords. */
    @Override
    public String toString() {
        List<String> names = new ArrayList<>();
        members.fieldNames().forEachRemaining(names::add);
        return "Input" + names;
    }
}
