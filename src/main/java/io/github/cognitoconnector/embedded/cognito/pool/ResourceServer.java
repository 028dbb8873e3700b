package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.util.List;

/** An OAuth resource server; its scopes are requested as {@code identifier/name}. */
public record ResourceServer(String identifier, String name, List<Scope> scopes) {

    public record Scope(String name, String description) {}

    List<String> fullScopes() {
        return scopes.stream().map(scope -> identifier + "/" + scope.name()).toList();
    }

    ObjectNode describe(String poolId) {
        ObjectNode server = Json.object()
                .put("UserPoolId", poolId)
                .put("Identifier", identifier)
                .put("Name", name);
        var list = server.putArray("Scopes");
        scopes.forEach(
                scope -> list.addObject().put("ScopeName", scope.name()).put("ScopeDescription", scope.description()));
        return server;
    }
}
