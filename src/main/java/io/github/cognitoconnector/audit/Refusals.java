package io.github.cognitoconnector.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Mutations that were refused before they began. */
@ApplicationScoped
class Refusals {

    private final Targets targets;
    private final AuditTrail trail;

    Refusals(Targets targets, AuditTrail trail) {
        this.targets = targets;
        this.trail = trail;
    }

    /** Blocks. */
    void write(Asked asked, Begun.Answer answer) {
        AuditEntry entry = new AuditEntry(
                asked.caller(),
                asked.operation(),
                targets.of(asked, Told.NOTHING),
                answer.outcome(),
                answer.status(),
                answer.problem(),
                asked.traceId(),
                List.of());
        trail.append(entry, asked.chain(), null);
    }
}
