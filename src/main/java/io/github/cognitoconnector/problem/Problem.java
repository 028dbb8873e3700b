package io.github.cognitoconnector.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error answer.
 *
 * @param instance path of the request, as the caller sent it
 * @param traceId W3C trace id, 32 hexadecimal digits; names the request in logs and traces
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        boolean retryable,
        String traceId,
        @Nullable Upstream upstream,
        List<FieldError> errors) {

    /** Media type of every error answer. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(ProblemException e, String instance, String traceId) {
        ProblemType type = e.type();
        return new Problem(
                type.uri(),
                type.title(),
                type.status(),
                e.detail(),
                instance,
                type.code(),
                type.retryable(),
                traceId,
                e.upstream(),
                e.errors());
    }

    /** A problem that is a part of an answer; it has no instance and no trace id, since those are the whole request's. */
    public static Problem partOfAnswer(ProblemException e) {
        return of(e, "", "");
    }
}
