package io.github.cognitoconnector.embedded.cognito.control;

import io.github.cognitoconnector.embedded.cognito.clock.AdjustableClock;
import io.github.cognitoconnector.embedded.cognito.directory.Staleness;
import io.github.cognitoconnector.embedded.cognito.federation.FederatedSignIns;
import io.github.cognitoconnector.embedded.cognito.iam.Identities;
import io.github.cognitoconnector.embedded.cognito.message.Outbox;
import io.github.cognitoconnector.embedded.cognito.page.PageCaps;
import io.github.cognitoconnector.embedded.cognito.token.KeyRing;

/** The parts of the embedded Cognito that the control door moves besides {@link Trouble}. */
public record Levers(
        AdjustableClock clock,
        Lists lists,
        KeyRing keys,
        Outbox outbox,
        FederatedSignIns federatedSignIns,
        Identities identities) {

    /** How lists misbehave. */
    public record Lists(PageCaps pages, Staleness staleness) {}
}
