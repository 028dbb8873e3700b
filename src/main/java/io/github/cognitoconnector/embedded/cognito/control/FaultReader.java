package io.github.cognitoconnector.embedded.cognito.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.wire.OperationNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the body of {@code PUT /_control/faults}. */
final class FaultReader {

    private static final Set<String> NAMES = Set.of("operation", "error", "latencyMs", "afterEffect", "times", "rate");
    private static final Set<String> OTHERS = Set.of(
            "AssumeRole",
            "CreateSession",
            "GetCallerIdentity",
            "JWKS",
            "OpenIdConfiguration",
            "Token",
            "UserImportRow",
            "UserImportUpload");
    private static final Pattern CODE = Pattern.compile("[A-Z][a-z][A-Za-z]{1,98}");
    private static final long MAX_LATENCY_MS = 600_000;

    private FaultReader() {}

    static List<Fault> read(String body) {
        List<Fault> faults = new ArrayList<>();
        ControlBody.array(body).forEach(fault -> faults.add(fault(fault)));
        return List.copyOf(faults);
    }

    private static Fault fault(JsonNode json) {
        require(json.isObject(), "Every fault must be a JSON object.");
        ControlBody.checkNames(json, NAMES);
        String operation = json.path("operation").asText();
        require(
                OperationNames.isReal(operation) || OTHERS.contains(operation),
                "\"operation\" must name an operation of Cognito or one of "
                        + OTHERS.stream().sorted().toList() + ".");
        JsonNode afterEffect = json.path("afterEffect");
        require(afterEffect.isMissingNode() || afterEffect.isBoolean(), "\"afterEffect\" must be true or false.");
        @Nullable String error = error(json.path("error"), operation);
        require(error != null || !afterEffect.asBoolean(false), "\"afterEffect\" needs an \"error\".");
        Fault.Effect effect = new Fault.Effect(error, latency(json.path("latencyMs")), afterEffect.asBoolean(false));
        return new Fault(operation, effect, times(json.path("times")), rate(json.path("rate")));
    }

    private static @Nullable String error(JsonNode error, String operation) {
        if (error.isMissingNode()) {
            return null;
        }
        String text = error.asText();
        require(
                error.isTextual()
                        && (BrokenReplies.isKnown(text) || CODE.matcher(text).matches()),
                "\"error\" must be a code of AWS or one of " + BrokenReplies.names() + ".");
        require(
                operation.equals("JWKS") || !BrokenReplies.isForKeySetsOnly(text),
                "\"" + text + "\" is for the operation JWKS only.");
        return text;
    }

    private static Duration latency(JsonNode latency) {
        require(
                latency.isMissingNode() || ControlBody.isWhole(latency, 0, MAX_LATENCY_MS),
                "\"latencyMs\" must be a whole number from 0 to " + MAX_LATENCY_MS + ".");
        return Duration.ofMillis(latency.asLong(0));
    }

    private static @Nullable Integer times(JsonNode times) {
        require(
                times.isMissingNode() || ControlBody.isWhole(times, 1, Integer.MAX_VALUE),
                "\"times\" must be a whole number from 1.");
        return times.isMissingNode() ? null : Integer.valueOf(times.intValue());
    }

    private static double rate(JsonNode rate) {
        boolean valid = rate.isMissingNode() || (rate.isNumber() && rate.doubleValue() >= 0 && rate.doubleValue() <= 1);
        require(valid, "\"rate\" must be a number from 0 to 1.");
        return rate.asDouble(1);
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new Complaint(sentence);
        }
    }
}
