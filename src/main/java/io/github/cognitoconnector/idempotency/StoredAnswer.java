package io.github.cognitoconnector.idempotency;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.problem.Problem;
import io.github.cognitoconnector.rest.Replayable;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * What was answered.
 *
 * @param problem code of the problem that it was, if it was one
 * @param body JSON; null if there was none
 * @param uploaded hash of the upload that it answers; null if it answers none, or one that was not read to its end
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredAnswer(
        int status,
        Map<String, String> headers,
        @Nullable String problem,
        @Nullable String body,
        @Nullable String uploaded) {

    static final String REPLAYED = "Idempotency-Replayed";

    private static final List<String> KEPT =
            List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE, HttpHeaders.RETRY_AFTER);
    private static final int TOO_MANY_REQUESTS = 429;

    /**
     * What is kept of an answer.
     *
     * @param upload body that was read while it arrived, if there was one
     * @return null for an answer that a repeat should not get, because it may fare better
     */
    static @Nullable StoredAnswer of(
            ContainerResponseContext response, @Nullable DigestedBody upload, ObjectMapper json) {
        int status = response.getStatus();
        String uploaded = upload == null ? null : upload.hash();
        if (status >= 500 || status == TOO_MANY_REQUESTS || (status >= 400 && upload != null && uploaded == null)) {
            return null;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT) {
            Object value = response.getHeaders().getFirst(name);
            if (value != null) {
                headers.put(name, value.toString());
            }
        }
        Object entity = response.getEntity();
        String problem = entity instanceof Problem p ? p.code() : null;
        return new StoredAnswer(status, headers, problem, body(entity, json), uploaded);
    }

    private static @Nullable String body(@Nullable Object entity, ObjectMapper json) {
        try {
            return entity == null
                    ? null
                    : json.writeValueAsString(entity instanceof Replayable once ? once.replayed() : entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
    }

    RestResponse<@Nullable String> replay() {
        var response = RestResponse.ResponseBuilder.<@Nullable String>create(
                        status, HttpResponseStatus.valueOf(status).reasonPhrase())
                .entity(body);
        headers.forEach(response::header);
        return response.header(REPLAYED, "true").build();
    }
}
