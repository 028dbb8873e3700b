package io.github.cognitoconnector.embedded.cognito.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Access tokens of clients that act for themselves. */
public final class ClientTokens {

    private final KeyRing keys;
    private final Issuers issuers;
    private final InstantSource clock;

    public ClientTokens(KeyRing keys, Issuers issuers, InstantSource clock) {
        this.keys = keys;
        this.issuers = issuers;
        this.clock = clock;
    }

    String issue(AppClient client, List<String> scopes) {
        long now = clock.instant().getEpochSecond();
        ObjectNode claims = Json.object()
                .put("sub", client.id())
                .put("token_use", "access")
                .put("scope", String.join(" ", scopes))
                .put("auth_time", now)
                .put("iss", issuers.of(client.poolId()))
                .put("exp", now + client.accessTokenLife().toSeconds())
                .put("iat", now)
                .put("version", 2)
                .put("jti", UUID.randomUUID().toString())
                .put("client_id", client.id());
        return keys.signAccessToken(claims);
    }
}
