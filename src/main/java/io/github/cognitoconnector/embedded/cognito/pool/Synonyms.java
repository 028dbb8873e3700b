package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The two names that Cognito has for some settings; a pool that states one is described with both. */
final class Synonyms {

    private static final Map<String, String> IN_TEMPLATE = Map.of(
            "SmsVerificationMessage", "SmsMessage",
            "EmailVerificationMessage", "EmailMessage",
            "EmailVerificationSubject", "EmailSubject");

    private Synonyms() {}

    static ObjectNode settle(ObjectNode stated) {
        IN_TEMPLATE.forEach((outside, inside) -> {
            JsonNode template = stated.path("VerificationMessageTemplate").path(inside);
            if (template.isTextual()) {
                stated.set(outside, template);
            } else if (stated.has(outside)) {
                stated.withObject("/VerificationMessageTemplate").set(inside, stated.get(outside));
            }
        });
        return stated;
    }
}
