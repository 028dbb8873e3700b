package io.github.cognitoconnector.audit;

import io.github.cognitoconnector.audit.AuditVerification.Noted;
import io.github.cognitoconnector.audit.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at the rows of a chain, one after another, and keeps no more than the first findings. */
final class ChainCheck {

    private static final int MOST = 100;

    private final @Nullable ChainEnd note;
    private final List<Finding> findings = new ArrayList<>();
    private long moreFindings;
    private long rows;
    private ChainEnd anchor = ChainEnd.START;
    private ChainEnd previous = ChainEnd.START;
    private @Nullable Noted noted;

    /** @param note a row as somebody remembers it */
    ChainCheck(@Nullable ChainEnd note) {
        this.note = note;
    }

    /** The place behind which there are rows at all; it may move on while rows are read. */
    void anchored(ChainEnd at) {
        if (at.seq() > previous.seq()) {
            anchor = at;
            previous = at;
            see(at);
        }
    }

    /** Rows come in their order. */
    void row(AuditRow row) {
        rows++;
        if (row.seq() > previous.seq() + 1) {
            found(Finding.between(Kind.MISSING, previous.seq() + 1, row.seq() - 1));
            if (!row.intact()) {
                found(Finding.at(Kind.EDITED, row.seq()));
            }
        } else {
            boolean linked = row.previousHash().equals(previous.hash());
            if (!row.intact()) {
                found(Finding.at(linked ? Kind.EDITED : Kind.REORDERED, row.seq()));
            } else if (!linked) {
                found(Finding.at(Kind.UNLINKED, row.seq()));
            }
        }
        previous = row.end();
        see(previous);
    }

    /** The last row that was looked at, or the anchor. */
    ChainEnd position() {
        return previous;
    }

    /** @param head where the chain ended when the check began */
    AuditVerification end(ChainEnd head) {
        if (previous.seq() < head.seq()) {
            found(Finding.between(Kind.TRUNCATED, previous.seq() + 1, head.seq()));
        } else if (previous.seq() > head.seq()) {
            found(Finding.between(Kind.ADDED, head.seq() + 1, previous.seq()));
        } else if (!previous.hash().equals(head.hash())) {
            found(Finding.at(Kind.REWRITTEN, head.seq()));
        }
        Noted outcome = noted();
        return new AuditVerification(
                findings.isEmpty(), rows, previous, anchor, outcome, List.copyOf(findings), moreFindings);
    }

    private @Nullable Noted noted() {
        if (note == null || noted != null) {
            return noted;
        }
        if (note.seq() < anchor.seq()) {
            return Noted.REMOVED;
        }
        found(Finding.at(note.seq() > previous.seq() ? Kind.TRUNCATED : Kind.MISSING, note.seq()));
        return Noted.MISSING;
    }

    private void see(ChainEnd at) {
        if (note != null && at.seq() == note.seq()) {
            boolean same = at.hash().equals(note.hash());
            noted = same ? Noted.MATCHES : Noted.DIFFERS;
            if (!same) {
                found(Finding.at(Kind.REWRITTEN, at.seq()));
            }
        }
    }

    private void found(Finding finding) {
        if (findings.size() < MOST) {
            findings.add(finding);
        } else {
            moreFindings++;
        }
    }
}
