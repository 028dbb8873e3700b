package io.github.cognitoconnector.audit;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters that select rows. */
public class AuditParameters {

    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{1,2200}");

    @QueryParam("caller")
    @Parameter(description = "Client id or `sub` of who asked.")
    @Nullable String caller;

    @QueryParam("target")
    @Parameter(
            description = "What it was about: a user as paths name one (`ada`, `email:…`), or with its kind"
                    + " (`user:ada`, `group:editors`, `app:webshop`).")
    @Nullable String target;

    @QueryParam("operation")
    @Parameter(description = "`operationId` of this document, such as `createUser`.")
    @Nullable String operation;

    @QueryParam("from")
    @Parameter(description = "First moment, RFC 3339.")
    @Schema(format = "date-time")
    @Nullable String from;

    @QueryParam("to")
    @Parameter(description = "First moment that is not wanted any more, RFC 3339.")
    @Schema(format = "date-time")
    @Nullable String to;

    /** @throws ProblemException {@code INVALID_REQUEST} */
    AuditQuery query() {
        String sought = text("/target", target);
        return new AuditQuery(
                text("/caller", caller),
                sought == null ? null : Reference.parse(sought),
                text("/operation", operation),
                time("/from", from),
                time("/to", to));
    }

    private static @Nullable String text(String pointer, @Nullable String value) {
        if (value != null && !TEXT.matcher(value).matches()) {
            throw ProblemException.field(ProblemType.INVALID_REQUEST, pointer, "Nothing is called like that.");
        }
        return value;
    }

    /** Years that the database knows too. */
    private static @Nullable Instant time(String pointer, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(value);
            if (time.getYear() >= 1 && time.getYear() <= 9998) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            throw ProblemException.field(
                    ProblemType.INVALID_REQUEST, pointer, "A time looks like 2026-11-20T12:00:00Z.");
        }
        throw ProblemException.field(ProblemType.INVALID_REQUEST, pointer, "A year has four digits.");
    }
}
