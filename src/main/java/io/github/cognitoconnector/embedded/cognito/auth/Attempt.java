package io.github.cognitoconnector.embedded.cognito.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import java.util.List;

/** Where somebody tries to sign in, through which client, and from where. */
record Attempt(UserPool pool, AppClient client, Origin origin) {

    /**
     * What the client says about where the request comes from.
     *
     * @param deviceKey empty on a device without one
     * @param ipAddress empty if not told
     */
    record Origin(String deviceKey, String ipAddress) {

        static final Origin UNKNOWN = new Origin("", "");

        /** From the first request of a flow or from the answer to a challenge, a user's or an administrator's. */
        static Origin of(Input input) {
            JsonNode members = input.members();
            return new Origin(
                    first(members, "DEVICE_KEY", List.of("AuthParameters", "ChallengeResponses")),
                    first(members, "IpAddress", List.of("UserContextData", "ContextData")));
        }

        private static String first(JsonNode members, String name, List<String> places) {
            return places.stream()
                    .map(place -> members.path(place).path(name).asText(""))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }
}
