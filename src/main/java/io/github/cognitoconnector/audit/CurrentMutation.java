package io.github.cognitoconnector.audit;

import io.github.cognitoconnector.rest.MutationNotes;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mutation of a request, from its intent to its row. */
@RequestScoped
class CurrentMutation {

    private final MutationNotes notes;
    private final Targets targets;
    private final AuditTrail trail;
    private @Nullable Asked asked;
    private @Nullable Begun begun;
    private int successStatus;
    private boolean written;

    CurrentMutation(MutationNotes notes, Targets targets, AuditTrail trail) {
        this.notes = notes;
        this.targets = targets;
        this.trail = trail;
    }

    /**
     * Keeps the intent. What is told later takes its place in the row.
     *
     * @param status of the answer if all goes well
     * @throws RuntimeException if the intent cannot be kept
     */
    void begin(Asked request, int status) {
        Begun beginning = new Begun(
                UUID.randomUUID(),
                request.chain(),
                request.caller(),
                request.operation(),
                targets.of(request, Told.NOTHING),
                request.traceId());
        trail.begin(beginning);
        asked = request;
        begun = beginning;
        successStatus = status;
    }

    boolean hasBegun() {
        return begun != null;
    }

    boolean isWritten() {
        return written;
    }

    void written() {
        written = true;
    }

    /** What writes the row; it blocks, and asks for nothing of the request any more. */
    Runnable end(Begun.Answer answer) {
        Begun beginning = begun;
        Asked request = asked;
        if (beginning == null || request == null) {
            return () -> {};
        }
        Told told = Told.by(notes);
        return () -> trail.append(entry(beginning, request, told, answer), beginning.chain(), beginning.id());
    }

    /** In the transaction that is the command. */
    void endWithCommand() {
        if (begun != null && asked != null) {
            Begun.Answer answer = Begun.Answer.of(successStatus, null);
            AuditEntry entry = entry(begun, asked, Told.by(notes), answer);
            trail.appendWithCommand(entry, begun.chain(), begun.id());
        }
    }

    private AuditEntry entry(Begun beginning, Asked request, Told told, Begun.Answer answer) {
        return beginning.entry(targets.of(request, told), answer, told.changes(request.keptValues()));
    }
}
