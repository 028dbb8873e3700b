package io.github.cognitoconnector.embedded.cognito.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.federation.FederatedSignIns;
import io.github.cognitoconnector.embedded.cognito.federation.FederatedSignIns.Arrival;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads {@code {"userPoolId", "providerName", "userId", "attributes"}} and lets that user in. */
final class ArrivalReader {

    private static final String ATTRIBUTES = "attributes";
    private static final Set<String> NAMES = Set.of("userPoolId", "providerName", "userId", ATTRIBUTES);

    private ArrivalReader() {}

    /** What Cognito would refuse is a complaint too. */
    static void signIn(FederatedSignIns signIns, String body) {
        JsonNode object = ControlBody.object(body);
        ControlBody.checkNames(object, NAMES);
        Arrival arrival = new Arrival(
                text(object, "userPoolId"),
                text(object, "providerName"),
                text(object, "userId"),
                attributes(object.path(ATTRIBUTES)));
        try {
            signIns.signIn(arrival);
        } catch (Refusal refusal) {
            throw new Complaint(refusal.text());
        }
    }

    private static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new Complaint("\"" + name + "\" must be a text.");
        }
        return value.textValue();
    }

    private static Map<String, String> attributes(JsonNode attributes) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!attributes.isMissingNode() && !attributes.isObject()) {
            throw new Complaint("\"attributes\" must be an object.");
        }
        attributes.fieldNames().forEachRemaining(name -> {
            if (!attributes.path(name).isTextual()) {
                throw new Complaint("The attribute \"" + name + "\" must be a text.");
            }
            values.put(name, attributes.path(name).textValue());
        });
        return values;
    }
}
