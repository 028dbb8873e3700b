package io.github.cognitoconnector.rest;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.ws.rs.QueryParam;
import java.math.BigInteger;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of every list. */
public class PageRequest {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 60;

    @QueryParam("limit")
    @Parameter(description = "Items on a page, 1 to 60.")
    @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "60", defaultValue = "50")
    @Nullable String limit;

    @QueryParam("cursor")
    @Parameter(description = "`nextCursor` of the page before.")
    @Nullable String cursor;

    /** @throws ProblemException {@code INVALID_REQUEST} if it is no number, {@code VALIDATION_FAILED} outside 1 to 60 */
    public int limit() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (!limit.matches("-?[0-9]+")) {
            throw ProblemException.field(ProblemType.INVALID_REQUEST, "/limit", "The limit is a whole number.");
        }
        BigInteger value = new BigInteger(limit);
        if (value.signum() < 1 || value.compareTo(BigInteger.valueOf(MAX_LIMIT)) > 0) {
            throw ProblemException.field(
                    ProblemType.VALIDATION_FAILED, "/limit", "The limit is between 1 and " + MAX_LIMIT + ".");
        }
        return value.intValueExact();
    }

    public @Nullable String cursor() {
        return cursor;
    }
}
