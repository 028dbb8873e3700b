package io.github.cognitoconnector.signin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthEventType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EventContextDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EventFeedbackType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EventRiskType;

/** Cognito's auth events as ours. */
final class SignInMapper {

    private static final EventContextDataType NOWHERE =
            EventContextDataType.builder().build();

    private SignInMapper() {}

    static SignIn toSignIn(AuthEventType event) {
        EventContextDataType from =
                Optional.ofNullable(event.eventContextData()).orElse(NOWHERE);
        return new SignIn(
                event.eventId(),
                event.eventTypeAsString(),
                event.eventResponseAsString(),
                event.challengeResponses().stream()
                        .map(c -> new SignIn.Challenge(c.challengeNameAsString(), c.challengeResponseAsString()))
                        .toList(),
                risk(event.eventRisk()),
                from.ipAddress(),
                from.city(),
                from.country(),
                from.timezone(),
                from.deviceName(),
                feedback(event.eventFeedback()),
                event.creationDate());
    }

    private static SignIn.@Nullable Risk risk(@Nullable EventRiskType risk) {
        return risk == null
                ? null
                : new SignIn.Risk(
                        risk.riskDecisionAsString(), risk.riskLevelAsString(), risk.compromisedCredentialsDetected());
    }

    private static SignIn.@Nullable Feedback feedback(@Nullable EventFeedbackType feedback) {
        return feedback == null
                ? null
                : new SignIn.Feedback(feedback.feedbackValueAsString(), feedback.provider(), feedback.feedbackDate());
    }
}
