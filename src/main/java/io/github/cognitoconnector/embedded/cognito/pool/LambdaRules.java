package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;

/** What the triggers of a pool owe each other. */
final class LambdaRules {

    private LambdaRules() {}

    static void check(JsonNode triggers) {
        boolean sends = triggers.has("CustomSMSSender") || triggers.has("CustomEmailSender");
        if (sends && !triggers.has("KMSKeyID")) {
            throw Refusal.invalidParameter(
                    "KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.");
        }
        JsonNode versioned = triggers.path("PreTokenGenerationConfig").path("LambdaArn");
        if (triggers.has("PreTokenGeneration")
                && versioned.isTextual()
                && !versioned.equals(triggers.get("PreTokenGeneration"))) {
            throw Refusal.invalidParameter(
                    "Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN's");
        }
    }
}
