package io.github.cognitoconnector.bulk;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Flag;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of an export. */
public class ExportParameters {

    @QueryParam("format")
    @Schema(
            enumeration = {"ndjson", "csv"},
            defaultValue = "ndjson")
    @Nullable String format;

    @QueryParam("include")
    @Parameter(description = "`groups`: each user with the groups that he is in, at the cost of a call for each user.")
    @Schema(enumeration = "groups")
    @Nullable String include;

    @QueryParam("cursors")
    @Parameter(
            description =
                    "`true`: after some hundred users a line `{\"cursor\": …, \"count\": …}` says where it can go on.")
    @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")
    @Nullable String cursors;

    @QueryParam("cursor")
    @Parameter(description = "Where to go on. The count of the last line begins there.")
    @Nullable String cursor;

    /** @throws ProblemException {@code INVALID_REQUEST} */
    ExportPlan plan() {
        boolean csv = "csv".equals(format);
        if (!csv && format != null && !format.equals("ndjson")) {
            throw ProblemException.field(ProblemType.INVALID_REQUEST, "/format", "The format is ndjson or csv.");
        }
        if (include != null && !include.equals("groups")) {
            throw ProblemException.field(
                    ProblemType.INVALID_REQUEST, "/include", "The only thing to include is groups.");
        }
        return new ExportPlan(csv, include != null, Flag.isSet("cursors", cursors));
    }

    @Nullable String cursor() {
        return cursor == null || cursor.isEmpty() ? null : cursor;
    }
}
