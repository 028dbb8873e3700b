package io.github.cognitoconnector.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Something that is wrong with a chain.
 *
 * @param seq where it begins
 * @param through the last row concerned
 */
public record Finding(Kind kind, long seq, long through, String detail) {

    /** What was done to the chain. */
    public enum Kind {
        EDITED("The row does not say what it said when it was written."),
        MISSING("Rows were deleted."),
        REORDERED("Another row stands here than the one that was written here."),
        UNLINKED("The row before is not the one that was there when this one was written."),
        TRUNCATED("The last rows were deleted."),
        ADDED("Rows stand behind the end of the chain."),
        REWRITTEN("The row that was noted here had another hash: the chain was written anew.");

        private final String detail;

        Kind(String detail) {
            this.detail = detail;
        }

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding at(Kind kind, long seq) {
        return between(kind, seq, seq);
    }

    static Finding between(Kind kind, long seq, long through) {
        return new Finding(kind, seq, through, kind.detail);
    }
}
