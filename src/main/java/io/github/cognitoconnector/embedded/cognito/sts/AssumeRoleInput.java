package io.github.cognitoconnector.embedded.cognito.sts;

import io.github.cognitoconnector.embedded.cognito.http.Form;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parameters of AssumeRole, within the limits of its service model; others are accepted and have no effect. */
record AssumeRoleInput(
        String roleArn, String sessionName, Optional<String> externalId, Duration duration, Optional<String> policy) {

    private static final Rule ROLE_ARN = new Rule(
            "roleArn",
            20,
            2_048,
            Pattern.compile("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF"
                    + "\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]+"));
    private static final Rule SESSION_NAME = new Rule("roleSessionName", 2, 64, Pattern.compile("[\\w+=,.@-]*"));
    private static final Rule EXTERNAL_ID = new Rule("externalId", 2, 1_224, Pattern.compile("[\\w+=,.@:\\/-]*"));
    private static final Rule POLICY = new Rule("policy", 1, 2_048, ROLE_ARN.pattern());
    private static final int SHORTEST = 900;
    private static final int LONGEST = 43_200;
    private static final String USUAL = "3600";

    private record Rule(String name, int min, int max, Pattern pattern) {

        void check(String value, List<String> violations) {
            String start = "Value '" + value + "' at '" + name + "' failed to satisfy constraint: Member must ";
            if (!pattern.matcher(value).matches()) {
                violations.add(start + "satisfy regular expression pattern: " + pattern);
            }
            if (value.length() < min) {
                violations.add(start + "have length greater than or equal to " + min);
            }
            if (value.length() > max) {
                violations.add(start + "have length less than or equal to " + max);
            }
        }

        void require(Optional<String> value, List<String> violations) {
            value.ifPresentOrElse(
                    text -> check(text, violations),
                    () -> violations.add(
                            "Value null at '" + name + "' failed to satisfy constraint: Member must not be" + " null"));
        }
    }

    /**
     * Reads the form.
     *
     * @throws Refusal with all that is wrong, as AWS words it
     */
    static AssumeRoleInput read(Form form) {
        List<String> violations = new ArrayList<>();
        Optional<String> roleArn = form.find("RoleArn");
        Optional<String> sessionName = form.find("RoleSessionName");
        Optional<String> externalId = form.find("ExternalId");
        Optional<String> policy = form.find("Policy");
        ROLE_ARN.require(roleArn, violations);
        SESSION_NAME.require(sessionName, violations);
        externalId.ifPresent(value -> EXTERNAL_ID.check(value, violations));
        policy.ifPresent(value -> POLICY.check(value, violations));
        Duration duration = duration(form.find("DurationSeconds").orElse(USUAL), violations);
        if (!violations.isEmpty()) {
            String noun = violations.size() == 1 ? "error" : "errors";
            throw invalid(
                    "%d validation %s detected: %s".formatted(violations.size(), noun, String.join("; ", violations)));
        }
        return new AssumeRoleInput(roleArn.orElseThrow(), sessionName.orElseThrow(), externalId, duration, policy);
    }

    private static Duration duration(String text, List<String> violations) {
        int seconds = seconds(text);
        String start = "Value '" + text + "' at 'durationSeconds' failed to satisfy constraint: Member must ";
        if (seconds < SHORTEST) {
            violations.add(start + "have value greater than or equal to " + SHORTEST);
        }
        if (seconds > LONGEST) {
            violations.add(start + "have value less than or equal to " + LONGEST);
        }
        return Duration.ofSeconds(seconds);
    }

    private static int seconds(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Refusal("MalformedInput", "DurationSeconds is no whole number");
        }
    }

    static Refusal invalid(String sentence) {
        return new Refusal("ValidationError", sentence);
    }

    /** External ids are kept like secrets. */
    @Override
    public String toString() {
        return "AssumeRoleInput[" + roleArn + "]";
    }
}
