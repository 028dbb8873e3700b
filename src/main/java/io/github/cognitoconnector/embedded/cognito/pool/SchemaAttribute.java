package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a pool's schema.
 *
 * @param name with the prefix {@code custom:} unless it is a standard one
 */
record SchemaAttribute(String name, Type type, boolean changeable, boolean required, Bounds bounds) {

    enum Type {
        String,
        Number,
        Boolean,
        DateTime
    }

    /** Bounds of the length of a String or of the value of a Number; null is unbounded. */
    record Bounds(@Nullable String min, @Nullable String max) {

        static final Bounds NONE = new Bounds(null, null);

        boolean admit(BigDecimal size) {
            return (min == null || size.compareTo(new BigDecimal(min)) >= 0)
                    && (max == null || size.compareTo(new BigDecimal(max)) <= 0);
        }
    }

    static SchemaAttribute text(String name, int min, int max) {
        return new SchemaAttribute(
                name, Type.String, true, false, new Bounds(Integer.toString(min), Integer.toString(max)));
    }

    static SchemaAttribute flag(String name) {
        return new SchemaAttribute(name, Type.Boolean, true, false, Bounds.NONE);
    }

    /** As stated in a CreateUserPool request, under the name that the pool will use. */
    static SchemaAttribute stated(String name, JsonNode stated) {
        JsonNode text = stated.path("StringAttributeConstraints");
        JsonNode number = stated.path("NumberAttributeConstraints");
        return new SchemaAttribute(
                name,
                Type.valueOf(stated.path("AttributeDataType").asText("String")),
                stated.path("Mutable").asBoolean(true),
                stated.path("Required").asBoolean(false),
                new Bounds(
                        text.path("MinLength").asText(number.path("MinValue").asText(null)),
                        text.path("MaxLength").asText(number.path("MaxValue").asText(null))));
    }

    ObjectNode describe() {
        ObjectNode json = Json.object()
                .put("Name", name)
                .put("AttributeDataType", type.name())
                .put("DeveloperOnlyAttribute", false)
                .put("Mutable", changeable)
                .put("Required", required);
        if (type == Type.String) {
            constraints(json.putObject("StringAttributeConstraints"), "Length");
        } else if (type == Type.Number) {
            constraints(json.putObject("NumberAttributeConstraints"), "Value");
        }
        return json;
    }

    private void constraints(ObjectNode json, String what) {
        Optional.ofNullable(bounds.min()).ifPresent(min -> json.put("Min" + what, min));
        Optional.ofNullable(bounds.max()).ifPresent(max -> json.put("Max" + what, max));
    }

    /** What is wrong with the value; empty if nothing is. */
    Optional<String> complaint(String value) {
        return switch (type) {
            case String ->
                bounds.admit(BigDecimal.valueOf(value.length()))
                        ? Optional.empty()
                        : Optional.of("String must be between %s and %s characters long"
                                .formatted(bounds.min(), bounds.max()));
            case Boolean ->
                value.equals("true") || value.equals("false")
                        ? Optional.empty()
                        : Optional.of("Boolean value must be true or false");
            case Number -> numberComplaint(value);
            case DateTime -> dateTimeComplaint(value);
        };
    }

    private Optional<String> numberComplaint(String value) {
        try {
            return bounds.admit(new BigDecimal(value))
                    ? Optional.empty()
                    : Optional.of("Number must be between %s and %s".formatted(bounds.min(), bounds.max()));
        } catch (NumberFormatException e) {
            return Optional.of("Value is not a number");
        }
    }

    private static Optional<String> dateTimeComplaint(String value) {
        try {
            DateTimeFormatter.ISO_DATE_TIME.parse(value);
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("Value is not a date and time");
        }
    }
}
