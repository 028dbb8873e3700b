package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The attributes that the users of a pool may have. */
public final class Schema {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern PHONE = Pattern.compile("\\+[0-9]{4,18}");
    private static final String CUSTOM = "custom:";
    private static final List<String> TEXTS = List.of(
            "name",
            "given_name",
            "family_name",
            "middle_name",
            "nickname",
            "preferred_username",
            "profile",
            "picture",
            "website",
            "email",
            "gender",
            "zoneinfo",
            "locale",
            "phone_number",
            "address");

    private final Map<String, SchemaAttribute> attributes = new LinkedHashMap<>();

    private Schema() {}

    /**
     * The standard attributes and the stated ones; stating a standard name changes that attribute.
     *
     * @throws Refusal {@code InvalidParameterException} for a required custom attribute (contract row 24)
     */
    static Schema of(JsonNode stated) {
        Schema schema = new Schema();
        standard().forEach(schema::put);
        for (JsonNode attribute : stated) {
            String name = attribute.path("Name").asText();
            boolean known = schema.attributes.containsKey(name);
            if (!known && attribute.path("Required").asBoolean(false)) {
                throw Refusal.invalidParameter("Required custom attributes are not supported currently.");
            }
            schema.put(SchemaAttribute.stated(known || name.startsWith(CUSTOM) ? name : CUSTOM + name, attribute));
        }
        return schema;
    }

    private static Stream<SchemaAttribute> standard() {
        SchemaAttribute sub = new SchemaAttribute(
                "sub", SchemaAttribute.Type.String, false, true, new SchemaAttribute.Bounds("1", "2048"));
        SchemaAttribute updatedAt = new SchemaAttribute(
                "updated_at", SchemaAttribute.Type.Number, true, false, new SchemaAttribute.Bounds("0", null));
        Stream<SchemaAttribute> texts = TEXTS.stream().map(name -> SchemaAttribute.text(name, 0, 2048));
        Stream<SchemaAttribute> others = Stream.of(
                SchemaAttribute.flag("email_verified"),
                SchemaAttribute.text("birthdate", 10, 10),
                SchemaAttribute.flag("phone_number_verified"),
                updatedAt);
        return Stream.of(Stream.of(sub), texts, others).flatMap(part -> part);
    }

    private void put(SchemaAttribute attribute) {
        attributes.put(attribute.name(), attribute);
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
