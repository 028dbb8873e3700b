package io.github.cognitoconnector.embedded.cognito.control;

import io.github.cognitoconnector.embedded.cognito.control.Stats.Outcome;
import io.github.cognitoconnector.embedded.cognito.http.Answer;
import io.github.cognitoconnector.embedded.cognito.http.Endpoint;
import io.github.cognitoconnector.embedded.cognito.http.Reply;
import io.github.cognitoconnector.embedded.cognito.http.Request;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Stands before every endpoint but the control door: quota, then fault, then the endpoint, and counts the outcome. */
public final class Guard {

    private static final String THROTTLED = "TooManyRequestsException";
    private static final Set<String> THROTTLES = Set.of(THROTTLED, "Throttling", "ThrottlingException");

    private final Quotas quotas;
    private final Faults faults;
    private final Stats stats;

    public Guard(Quotas quotas, Faults faults, Stats stats) {
        this.quotas = quotas;
        this.faults = faults;
        this.stats = stats;
    }

    public Reply reply(Endpoint endpoint, Request request) {
        String operation = endpoint.operation(request);
        if (!quotas.admits(new Call(operation, request))) {
            stats.count(operation, Outcome.THROTTLED);
            return endpoint.failure(THROTTLED, "Rate exceeded");
        }
        Optional<Fault> fault = faults.next(operation);
        Reply reply = fault.map(struck -> broken(endpoint, request, struck.effect()))
                .orElseGet(() -> endpoint.answer(request));
        stats.count(operation, outcome(reply, fault));
        return reply;
    }

    /** Whether a step of work that answers nobody shall fail; waits first where a fault says so. */
    public boolean fails(String step) {
        Optional<Fault> fault = faults.next(step);
        fault.ifPresent(struck -> pause(struck.effect().latency()));
        return fault.map(struck -> struck.effect().error()).isPresent();
    }

    private static Reply broken(Endpoint endpoint, Request request, Fault.Effect effect) {
        pause(effect.latency());
        String error = effect.error();
        if (error == null) {
            return endpoint.answer(request);
        }
        boolean reading = request.method().equals("GET");
        Answer sent = effect.afterEffect() || reading ? endpoint.answer(request) : Answer.json(200, "{}");
        return BrokenReplies.isKnown(error)
                ? BrokenReplies.of(error, request, sent)
                : endpoint.failure(error, THROTTLES.contains(error) ? "Rate exceeded" : "A fault was asked for.");
    }

    private static void pause(Duration latency) {
        try {
            Thread.sleep(latency);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Outcome outcome(Reply reply, Optional<Fault> fault) {
        if (fault.map(struck -> struck.effect().error())
                .filter(THROTTLES::contains)
                .isPresent()) {
            return Outcome.THROTTLED;
        }
        boolean fine = reply instanceof Answer answer
                && !answer.isError()
                && fault.map(struck -> struck.effect().error()).isEmpty();
        return fine ? Outcome.SUCCEEDED : Outcome.FAILED;
    }
}
