package io.github.cognitoconnector.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.app.AppScope;
import io.github.cognitoconnector.security.Caller;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who has started a job, as it is kept. Names a person, so it is sealed. */
@RegisterForReflection
record StoredCaller(
        String issuer,
        String userPoolId,
        String clientId,
        String subject,
        @Nullable String username,
        Set<String> scopes,
        List<String> groups,
        boolean platform) {

    static String write(ObjectMapper json, Caller caller) {
        try {
            return json.writeValueAsString(new StoredCaller(
                    caller.issuer(),
                    caller.userPoolId(),
                    caller.clientId(),
                    caller.subject(),
                    caller.username(),
                    new TreeSet<>(caller.scopes()),
                    List.copyOf(caller.groups()),
                    caller.appScope() instanceof AppScope.Everything));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A caller cannot be written", e);
        }
    }

    static Caller read(ObjectMapper json, String text) {
        try {
            StoredCaller stored = json.readValue(text, StoredCaller.class);
            return new Caller(
                    stored.issuer,
                    stored.userPoolId,
                    stored.clientId,
                    stored.subject,
                    stored.username,
                    Set.copyOf(stored.scopes),
                    stored.groups,
                    stored.platform
                            ? new AppScope.Everything()
                            : new AppScope.ClientOf(stored.userPoolId, stored.clientId));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A caller cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return "StoredCaller[" + clientId + "]";
    }
}
