package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.pool.SchemaAttribute.Bounds;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The attributes that every pool has. */
final class StandardAttributes {

    /** In the order of DescribeUserPool and, without {@code sub}, of GetCSVHeader. */
    private static final List<String> NAMES = List.of(
            "sub",
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
            "email_verified",
            "gender",
            "birthdate",
            "zoneinfo",
            "locale",
            "phone_number",
            "phone_number_verified",
            "address",
            "updated_at");

    private StandardAttributes() {}

    /** By name, in a new map. */
    static Map<String, SchemaAttribute> all() {
        Map<String, SchemaAttribute> all = new LinkedHashMap<>();
        NAMES.forEach(name -> all.put(name, attribute(name)));
        return all;
    }

    private static SchemaAttribute attribute(String name) {
        return switch (name) {
            case "sub" -> new SchemaAttribute(name, SchemaAttribute.Type.String, false, true, new Bounds("1", "2048"));
            case "updated_at" ->
                new SchemaAttribute(name, SchemaAttribute.Type.Number, true, false, new Bounds("0", null));
            case "email_verified", "phone_number_verified" -> SchemaAttribute.flag(name);
            case "birthdate" -> SchemaAttribute.text(name, 10, 10);
            default -> SchemaAttribute.text(name, 0, 2048);
        };
    }

    /**
     * The attribute changed as stated.
     *
     * @throws Refusal {@code InvalidParameterException} for another type or one for developers only
     */
    static SchemaAttribute restated(SchemaAttribute standard, JsonNode stated) {
        String type = stated.path("AttributeDataType").asText(standard.type().name());
        if (!type.equals(standard.type().name())
                || stated.path("DeveloperOnlyAttribute").asBoolean(false)) {
            throw Refusal.invalidParameter("You can not change AttributeDataType or set developerOnlyAttribute for"
                    + " standard schema attribute " + standard.name());
        }
        return standard.restated(stated);
    }
}
