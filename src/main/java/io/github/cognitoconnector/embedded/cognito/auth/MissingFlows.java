package io.github.cognitoconnector.embedded.cognito.auth;

import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.List;

/** Refusals of what Amazon Cognito has and this one does not: custom flows and the choice of a first factor. */
final class MissingFlows {

    private static final String CUSTOM = "CUSTOM_AUTH";
    private static final List<String> TRIGGERS =
            List.of("DefineAuthChallenge", "CreateAuthChallenge", "VerifyAuthChallengeResponse");

    private MissingFlows() {}

    /**
     * What AWS answers where client or pool do not admit the flow, so that settings that would fail there fail here; else
     * that the flow is not built.
     */
    static Refusal refusal(Attempt attempt, String flow) {
        if (!isEnabled(attempt.client().authFlows(), flow)) {
            return Refusal.invalidParameter(flow + " is not enabled for the client.");
        }
        if (flow.equals(CUSTOM) && !hasTriggers(attempt)) {
            return Refusal.invalidParameter("Custom auth lambda trigger is not configured for the user pool.");
        }
        return notBuilt("flow " + flow);
    }

    /** No sign-in here ever asks such a question. */
    static Refusal challenge(String name) {
        return notBuilt("challenge " + name);
    }

    private static boolean isEnabled(List<String> flows, String flow) {
        return flows.contains("ALLOW_" + flow) || (flow.equals(CUSTOM) && flows.contains("CUSTOM_AUTH_FLOW_ONLY"));
    }

    private static boolean hasTriggers(Attempt attempt) {
        return TRIGGERS.stream().allMatch(attempt.pool().settings().stated().path("LambdaConfig")::has);
    }

    private static Refusal notBuilt(String what) {
        return new Refusal("OperationNotEnabledException", "The embedded Cognito does not have the " + what + ".");
    }
}
