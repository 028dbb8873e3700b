package io.github.cognitoconnector.audit;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** A row as an auditor has noted it, given back as query parameters. */
public class NotedRow {

    @QueryParam("seq")
    @Parameter(description = "`last.seq` of an earlier verification.")
    @Schema(type = SchemaType.INTEGER, minimum = "1")
    @Nullable String seq;

    @QueryParam("hash")
    @Parameter(description = "`last.hash` of the same verification.")
    @Schema(pattern = "^[0-9a-f]{64}$")
    @Nullable String hash;

    /**
     * @return null if nothing was noted
     * @throws ProblemException {@code INVALID_REQUEST}
     */
    @Nullable ChainEnd place() {
        if (seq == null && hash == null) {
            return null;
        }
        if (seq == null || !seq.matches("[1-9][0-9]{0,17}")) {
            throw ProblemException.field(
                    ProblemType.INVALID_REQUEST, "/seq", "The number of a row stands beside its hash, from 1.");
        }
        if (hash == null || !hash.matches("[0-9a-f]{64}")) {
            throw ProblemException.field(
                    ProblemType.INVALID_REQUEST, "/hash", "The hash stands beside the number, 64 hexadecimal digits.");
        }
        return new ChainEnd(Long.parseLong(seq), hash);
    }
}
