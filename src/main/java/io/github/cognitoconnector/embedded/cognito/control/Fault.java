package io.github.cognitoconnector.embedded.cognito.control;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What shall go wrong.
 *
 * @param times how often; null for as long as it stands
 * @param rate the share of requests that it strikes, 0 to 1
 */
record Fault(String operation, Effect effect, @Nullable Integer times, double rate) {

    /**
     * @param error a code of Cognito or one of {@link BrokenReplies}; null if the fault is the delay alone
     * @param afterEffect whether the operation is carried out before it fails
     */
    record Effect(@Nullable String error, Duration latency, boolean afterEffect) {}
}
