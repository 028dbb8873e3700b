package io.github.cognitoconnector.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The attribute {@code identities} of a user, which is JSON in a text and whose values are now texts, now not. */
final class IdentityMapper {

    private static final ObjectMapper JSON = new ObjectMapper();

    private IdentityMapper() {}

    /** @throws ProblemException {@code UPSTREAM_FAILED} if Cognito has another way of writing them */
    static List<LinkedIdentity> identities(User user) {
        String text = Objects.requireNonNullElse(user.attributes().get("identities"), "");
        if (text.isBlank()) {
            return List.of();
        }
        try {
            return JSON.readTree(text)
                    .valueStream()
                    .map(IdentityMapper::toIdentity)
                    .toList();
        } catch (JsonProcessingException e) {
            throw ProblemException.of(ProblemType.UPSTREAM_FAILED, "The identities of the user cannot be read.", e);
        }
    }

    private static LinkedIdentity toIdentity(JsonNode identity) {
        long created = identity.path("dateCreated").asLong(0);
        return new LinkedIdentity(
                identity.path("providerName").asText(),
                text(identity.path("providerType")),
                text(identity.path("issuer")),
                identity.path("userId").asText(),
                identity.path("primary").asBoolean(false),
                created == 0 ? null : Instant.ofEpochMilli(created));
    }

    private static @Nullable String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : null;
    }
}
