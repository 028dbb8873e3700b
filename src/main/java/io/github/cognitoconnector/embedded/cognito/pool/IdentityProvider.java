package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A snapshot of one third-party identity provider of a pool. Nobody signs in there from here. */
public record IdentityProvider(String name, String type, Definition definition, Instant createdAt, Instant modifiedAt) {

    /**
     * What can be changed.
     *
     * @param details scopes, addresses and secrets, by AWS's keys
     * @param mapping claims of the provider by the attribute of the pool that takes them
     */
    public record Definition(Map<String, String> details, Map<String, String> mapping, List<String> identifiers) {

        /** The details may hold secrets. */
        @Override
        public String toString() {
            return "Definition" + identifiers;
        }
    }

    public IdentityProvider with(Definition changed, Instant now) {
        return new IdentityProvider(name, type, changed, createdAt, now);
    }

    /** As ListIdentityProviders shows it. */
    public ObjectNode summary() {
        return Json.object()
                .put("ProviderName", name)
                .put("ProviderType", type)
                .put("LastModifiedDate", Json.time(modifiedAt))
                .put("CreationDate", Json.time(createdAt));
    }
}
