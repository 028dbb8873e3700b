package io.github.cognitoconnector.bulk;

import io.github.cognitoconnector.job.JobKind;
import io.github.cognitoconnector.job.JobMode;
import io.github.cognitoconnector.job.JobPlan;
import io.github.cognitoconnector.job.OnMissing;
import io.github.cognitoconnector.problem.FieldErrors;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Flag;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of an import. */
public class ImportParameters {

    private static final int MOST_DELETES = 100_000;

    @QueryParam("mode")
    @Parameter(
            description =
                    "`create` leaves users that are there as they are, `upsert` makes them as the row says, `sync` also"
                            + " takes away whom no row names: of the app's users, which are those in one of its `allowedGroups`, or"
                            + " all of the pool if it has none.")
    @Schema(
            enumeration = {"create", "upsert", "sync"},
            defaultValue = "create")
    @Nullable String mode;

    @QueryParam("onMissing")
    @Parameter(description = "What `sync` does with users whom no row names.")
    @Schema(
            enumeration = {"disable", "delete"},
            defaultValue = "disable")
    @Nullable String onMissing;

    @QueryParam("maxDeletes")
    @Parameter(
            description =
                    "How many users `sync` may disable or delete at most; required there. If there are more, nothing is"
                            + " changed.")
    @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "100000")
    @Nullable String maxDeletes;

    @QueryParam("columns")
    @Parameter(
            description = "What the columns of a CSV file mean, where it calls them otherwise:"
                    + " `E-Mail=email,Notes=`. A column without a meaning is passed over.")
    @Nullable String columns;

    @QueryParam("dryRun")
    @Parameter(description = "`true`: the outcome of each row is predicted, and nothing is written to AWS.")
    @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")
    @Nullable String dryRun;

    /** @throws ProblemException {@code INVALID_REQUEST}, {@code VALIDATION_FAILED} */
    JobPlan plan() {
        JobMode chosen = choice("mode", mode, JobMode.class, JobMode.CREATE);
        boolean sync = chosen == JobMode.SYNC;
        FieldErrors errors = new FieldErrors();
        if (sync && maxDeletes == null) {
            errors.add(
                    ProblemType.VALIDATION_FAILED,
                    "/maxDeletes",
                    "A sync needs it: how many users may be disabled or deleted at most.");
        }
        if (!sync && (maxDeletes != null || onMissing != null)) {
            errors.add(ProblemType.VALIDATION_FAILED, "/mode", "Only a sync has onMissing and maxDeletes.");
        }
        errors.check();
        return new JobPlan(
                JobKind.IMPORT,
                chosen,
                sync ? choice("onMissing", onMissing, OnMissing.class, OnMissing.DISABLE) : null,
                sync ? count(Objects.requireNonNull(maxDeletes)) : null,
                Flag.isSet("dryRun", dryRun));
    }

    ColumnMapping mapping() {
        return ColumnMapping.parse(columns);
    }

    private static int count(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw ProblemException.field(
                    ProblemType.INVALID_REQUEST, "/maxDeletes", "It is a whole number, and not below 0.");
        }
        int count = Integer.parseInt(text);
        if (count > MOST_DELETES) {
            throw ProblemException.field(
                    ProblemType.VALIDATION_FAILED, "/maxDeletes", "It is " + MOST_DELETES + " at most.");
        }
        return count;
    }

    private static <E extends Enum<E>> E choice(String name, @Nullable String text, Class<E> type, E otherwise) {
        if (text == null) {
            return otherwise;
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                return value;
            }
        }
        throw ProblemException.field(ProblemType.INVALID_REQUEST, "/" + name, "There is no such " + name + ".");
    }
}
