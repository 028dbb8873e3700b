package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a pool's schema.
 *
 * @param name with the prefix {@code custom:} or {@code dev:custom:} unless it is a standard one
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
        private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

        boolean areNumbers() {
            return Stream.of(Optional.ofNullable(min), Optional.ofNullable(max))
                    .flatMap(Optional::stream)
                    .allMatch(bound -> NUMBER.matcher(bound).matches());
        }

        boolean areInOrder() {
            return min == null || max == null || new BigDecimal(min).compareTo(new BigDecimal(max)) <= 0;
        }

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

    /** A custom attribute as stated, under the name that the pool will use. */
    static SchemaAttribute custom(String name, JsonNode stated) {
        Type type = Type.valueOf(stated.path("AttributeDataType").asText());
        return new SchemaAttribute(
                name,
                type,
                stated.path("Mutable").asBoolean(true),
                stated.path("Required").asBoolean(false),
                bounds(type, stated, Bounds.NONE));
    }

    /** This standard attribute, changed as stated. */
    SchemaAttribute restated(JsonNode stated) {
        return new SchemaAttribute(
                name,
                type,
                stated.path("Mutable").asBoolean(changeable),
                stated.path("Required").asBoolean(required),
                bounds(type, stated, bounds));
    }

    private static Bounds bounds(Type type, JsonNode stated, Bounds absent) {
        JsonNode constraints =
                stated.path(type == Type.String ? "StringAttributeConstraints" : "NumberAttributeConstraints");
        if (constraints.isMissingNode() || (type != Type.String && type != Type.Number)) {
            return absent;
        }
        String what = type == Type.String ? "Length" : "Value";
        return new Bounds(
                constraints.path("Min" + what).asText(null),
                constraints.path("Max" + what).asText(null));
    }

    /** Empty for what AWS takes, else why it does not. */
    Optional<String> complaintAboutBounds() {
        String what = type == Type.String ? "length" : "value";
        if (!bounds.areNumbers()) {
            return Optional.of("Attribute " + name + " has a min or max " + what + " that is not a number");
        }
        return bounds.areInOrder()
                ? Optional.empty()
                : Optional.of("Attribute %s cannot have a max %s %s than it's min %s"
                        .formatted(name, what, type == Type.String ? "shorter" : "smaller", what));
    }

    boolean isStandard() {
        return !name.startsWith(Schema.CUSTOM) && !name.startsWith(Schema.DEVELOPER);
    }

    ObjectNode describe() {
        ObjectNode json = Json.object()
                .put("Name", name)
                .put("AttributeDataType", type.name())
                .put("DeveloperOnlyAttribute", name.startsWith(Schema.DEVELOPER))
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
