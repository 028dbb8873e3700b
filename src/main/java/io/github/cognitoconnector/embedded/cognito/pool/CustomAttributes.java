package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;

/** Reads the attributes that a pool adds to the standard ones. Contract row 24: they are never required, 50 at most. */
final class CustomAttributes {

    private static final int MAX = 50;

    private CustomAttributes() {}

    /** Under its name in the pool: Cognito puts the prefix in front even of a name that has one already. */
    static SchemaAttribute read(JsonNode stated) {
        if (!stated.has("Name")) {
            throw Refusal.invalidParameter("A custom attribute needs a name.");
        }
        if (!stated.has("AttributeDataType")) {
            throw Refusal.invalidParameter(
                    "Invalid AttributeDataType input, consider using the provided AttributeDataType enum.");
        }
        boolean developerOnly = stated.path("DeveloperOnlyAttribute").asBoolean(false);
        SchemaAttribute read = SchemaAttribute.custom(
                (developerOnly ? Schema.DEVELOPER : Schema.CUSTOM)
                        + stated.path("Name").asText(),
                stated);
        if (read.required()) {
            throw Refusal.invalidParameter("Required custom attributes are not supported currently.");
        }
        return read;
    }

    static SchemaAttribute checked(SchemaAttribute attribute) {
        attribute.complaintAboutBounds().ifPresent(complaint -> {
            throw Refusal.invalidParameter(complaint);
        });
        return attribute;
    }

    static void checkNumber(long custom) {
        if (custom > MAX) {
            throw Refusal.invalidParameter("A user pool can have at most " + MAX + " custom attributes.");
        }
    }
}
