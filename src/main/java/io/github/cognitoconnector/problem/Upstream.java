package io.github.cognitoconnector.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What AWS answered, as far as a caller may know it: the error code and the id to give to AWS support, never a message.
 *
 * @param service the service's endpoint prefix, such as {@code cognito-idp}
 * @param code AWS error code, such as {@code UserNotFoundException}
 * @param requestId AWS request id, if an answer arrived at all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Upstream(
        String service, @Nullable String code, @Nullable String requestId) {}
