package io.github.cognitoconnector.embedded.cognito.token;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.LinkedIdentity;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.util.Optional;

/** The {@code identities} of a user, which Cognito writes in one way as an attribute and in another as a claim. */
public final class Identities {

    public static final String NAME = "identities";

    private Identities() {}

    /** The attribute's value, JSON in a text; empty for a user without any. */
    public static Optional<String> attribute(User user) {
        ArrayNode all = Json.array();
        for (LinkedIdentity identity : user.security().identities()) {
            common(all, identity)
                    .put("primary", identity.primary())
                    .put("dateCreated", identity.linkedAt().toEpochMilli());
        }
        return Optional.of(all).filter(list -> !list.isEmpty()).map(Json::write);
    }

    /** In an id token every value is a text. */
    static void put(ObjectNode claims, User user) {
        if (user.security().identities().isEmpty()) {
            return;
        }
        ArrayNode all = claims.putArray(NAME);
        for (LinkedIdentity identity : user.security().identities()) {
            common(all, identity)
                    .put("primary", String.valueOf(identity.primary()))
                    .put("dateCreated", String.valueOf(identity.linkedAt().toEpochMilli()));
        }
    }

    private static ObjectNode common(ArrayNode all, LinkedIdentity identity) {
        return all.addObject()
                .put("userId", identity.source().value())
                .put("providerName", identity.source().provider())
                .put("providerType", identity.providerType())
                .putNull("issuer");
    }
}
