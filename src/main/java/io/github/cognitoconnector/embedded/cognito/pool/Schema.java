package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The attributes that the users of a pool may have. */
public final class Schema {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern PHONE = Pattern.compile("\\+[0-9]{4,18}");
    static final String CUSTOM = "custom:";
    /** As Cognito names an attribute that only administrators may change. */
    static final String DEVELOPER = "dev:custom:";

    private final Map<String, SchemaAttribute> attributes;

    private Schema(Map<String, SchemaAttribute> attributes) {
        this.attributes = attributes;
    }

    /**
     * The standard attributes and the stated ones; stating a standard name changes that attribute.
     *
     * @throws Refusal {@code InvalidParameterException} for an attribute that a pool cannot have
     */
    static Schema of(JsonNode stated) {
        Map<String, SchemaAttribute> all = StandardAttributes.all();
        Set<String> seen = new HashSet<>();
        for (JsonNode attribute : stated) {
            SchemaAttribute standard = all.get(attribute.path("Name").asText());
            SchemaAttribute read = standard != null && standard.isStandard()
                    ? StandardAttributes.restated(standard, attribute)
                    : CustomAttributes.read(attribute);
            if (!seen.add(read.name())) {
                throw Refusal.invalidParameter(
                        "Duplicate custom attribute names " + read.name() + " are not allowed in a user pool schema.");
            }
            all.put(read.name(), CustomAttributes.checked(read));
        }
        return new Schema(all);
    }

    /**
     * This schema and more custom attributes, none of which may be there yet.
     *
     * @throws Refusal {@code InvalidParameterException}
     */
    Schema with(JsonNode added) {
        Map<String, SchemaAttribute> all = new LinkedHashMap<>(attributes);
        for (JsonNode attribute : added) {
            SchemaAttribute custom = CustomAttributes.checked(CustomAttributes.read(attribute));
            if (all.putIfAbsent(custom.name(), custom) != null) {
                throw Refusal.invalidParameter("%s: Existing attribute already has name %s."
                        .formatted(CUSTOM + attribute.path("Name").asText(), custom.name()));
            }
        }
        CustomAttributes.checkNumber(
                all.values().stream().filter(each -> !each.isStandard()).count());
        return new Schema(all);
    }

    ArrayNode describe() {
        ArrayNode all = Json.array();
        attributes.values().forEach(attribute -> all.add(attribute.describe()));
        return all;
    }

    /**
     * Checks the attributes of a new user.
     *
     * @throws Refusal {@code InvalidParameterException} for one that the schema does not have or admit
     */
    public void checkNew(Map<String, String> values) {
        values.forEach(this::checkValue);
    }

    /**
     * Checks changes of an existing user; a blank value deletes.
     *
     * @throws Refusal {@code InvalidParameterException} for one that the schema does not have, admit, or let change
     */
    public void checkChanges(Map<String, String> values) {
        values.forEach((name, value) -> {
            checkChangeable(List.of(name));
            if (!value.isBlank()) {
                checkValue(name, value);
            }
        });
    }

    public void checkChangeable(List<String> names) {
        for (String name : names) {
            if (!known(name).changeable()) {
                throw Refusal.invalidParameter("Cannot modify the non-mutable attribute " + name);
            }
        }
    }

    private void checkValue(String name, String value) {
        SchemaAttribute attribute = known(name);
        if (name.equals("sub")) {
            throw Refusal.invalidParameter("Cannot modify the non-mutable attribute sub");
        }
        if (name.equals("email") && !EMAIL.matcher(value).matches()) {
            throw Refusal.invalidParameter("Invalid email address format.");
        }
        if (name.equals("phone_number") && !PHONE.matcher(value).matches()) {
            throw Refusal.invalidParameter("Invalid phone number format.");
        }
        attribute.complaint(value).ifPresent(complaint -> {
            throw nonConforming(name, complaint);
        });
    }

    private SchemaAttribute known(String name) {
        SchemaAttribute attribute = attributes.get(name);
        if (attribute == null) {
            throw nonConforming(name, "Attribute does not exist in the schema.");
        }
        return attribute;
    }

    private static Refusal nonConforming(String name, String complaint) {
        return Refusal.invalidParameter("Attributes did not conform to the schema: " + name + ": " + complaint);
    }

    public static boolean looksLikeEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    public static boolean looksLikePhoneNumber(String text) {
        return PHONE.matcher(text).matches();
    }

    /** The header of an import: the standard columns in the order that the contract gives, then the custom ones. */
    public List<String> columns() {
        Stream<String> standard = attributes.values().stream()
                .filter(SchemaAttribute::isStandard)
                .map(SchemaAttribute::name)
                .filter(name -> !name.equals("sub"));
        Stream<String> custom = attributes.values().stream()
                .filter(attribute -> !attribute.isStandard())
                .map(SchemaAttribute::name);
        return Stream.of(standard, Stream.of("cognito:mfa_enabled", "cognito:username"), custom)
                .flatMap(names -> names)
                .toList();
    }

    public boolean has(String name) {
        return attributes.containsKey(name);
    }

    /** Names of the attributes that a user has to give before a first password change is done, without {@code sub}. */
    public List<String> required() {
        return attributes.values().stream()
                .filter(SchemaAttribute::required)
                .map(SchemaAttribute::name)
                .filter(name -> !name.equals("sub"))
                .toList();
    }
}
