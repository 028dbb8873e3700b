package io.github.cognitoconnector.embedded.cognito.rolesanywhere;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.http.Form;
import io.github.cognitoconnector.embedded.cognito.http.Request;
import io.github.cognitoconnector.embedded.cognito.iam.RoleArn;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The members of CreateSession; the ARNs may stand in the query, as AWS's own client has them, or in the body. */
record SessionRequest(String trustAnchorArn, RoleArn role, Duration duration, Optional<String> sessionName) {

    private static final int SHORTEST = 900;
    private static final int LONGEST = 43_200;
    private static final int USUAL = 3_600;
    private static final String ANCHOR = "arn:aws[a-z-]*:rolesanywhere:[a-z0-9-]+:\\d{12}:trust-anchor/[^/]+";
    private static final String PROFILE = "arn:aws[a-z-]*:rolesanywhere:[a-z0-9-]+:\\d{12}:profile/[^/]+";
    private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,64}");

    /**
     * Reads query and body.
     *
     * @throws Refusal if a member is missing or has another form
     */
    static SessionRequest read(Request request) {
        JsonNode body = request.content().size() == 0
                ? Json.object()
                : Json.parse(request.body())
                        .filter(JsonNode::isObject)
                        .orElseThrow(() -> invalid("Unable to parse the body"));
        Map<String, String> query =
                Form.parse(request.query()).map(Form::fields).orElseGet(Map::of);
        required(query, body, "profileArn", PROFILE);
        String roleArn = find(query, body, "roleArn").orElse("");
        return new SessionRequest(
                required(query, body, "trustAnchorArn", ANCHOR),
                RoleArn.parse(roleArn).orElseThrow(() -> wrong("roleArn", roleArn)),
                duration(body.path("durationSeconds")),
                find(query, body, "roleSessionName").map(SessionRequest::sessionName));
    }

    private static Optional<String> find(Map<String, String> query, JsonNode body, String name) {
        return Optional.ofNullable(query.get(name))
                .or(() -> Optional.ofNullable(body.path(name).textValue()));
    }

    private static String required(Map<String, String> query, JsonNode body, String name, String pattern) {
        String value = find(query, body, name).orElse("");
        if (!Pattern.matches(pattern, value)) {
            throw wrong(name, value);
        }
        return value;
    }

    private static String sessionName(String name) {
        if (!SESSION_NAME.matcher(name).matches()) {
            throw wrong("roleSessionName", name);
        }
        return name;
    }

    private static Duration duration(JsonNode node) {
        boolean absent = node.isMissingNode() || node.isNull();
        if (!absent && !(node.isIntegralNumber() && node.canConvertToInt())) {
            throw invalid("durationSeconds is no whole number");
        }
        int seconds = node.asInt(USUAL);
        if (!absent && (seconds < SHORTEST || seconds > LONGEST)) {
            throw invalid(
                    "Value '%d' at 'durationSeconds' failed to satisfy constraint: Member must be between %d and %d"
                            .formatted(seconds, SHORTEST, LONGEST));
        }
        return Duration.ofSeconds(absent ? USUAL : seconds);
    }

    private static Refusal wrong(String name, String value) {
        return invalid("Value '%s' at '%s' failed to satisfy constraint".formatted(value, name));
    }

    private static Refusal invalid(String sentence) {
        return new Refusal("ValidationException", sentence);
    }
}
