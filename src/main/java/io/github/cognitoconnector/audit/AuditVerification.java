package io.github.cognitoconnector.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What verifying a chain has found.
 *
 * @param ok whether nothing is wrong
 * @param rows how many were read
 * @param last to be noted, and given back next time
 * @param anchor the last row that was removed because of its age; the rest begins behind it
 * @param noted what became of the row that the caller has noted; absent if he did not say
 * @param findings the first ones
 * @param moreFindings how many there are beside
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = AuditExamples.VERIFICATION)
public record AuditVerification(
        boolean ok,
        long rows,
        ChainEnd last,
        ChainEnd anchor,
        @Nullable Noted noted,
        List<Finding> findings,
        long moreFindings) {

    /** What became of a row. */
    public enum Noted {
        /** It is as it was. */
        MATCHES,
        /** It is another one. */
        DIFFERS,
        /** It is not there. */
        MISSING,
        /** It was removed because of its age; whether it was as noted cannot be told. */
        REMOVED;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
