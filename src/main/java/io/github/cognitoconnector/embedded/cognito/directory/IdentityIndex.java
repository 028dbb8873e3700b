package io.github.cognitoconnector.embedded.cognito.directory;

import io.github.cognitoconnector.embedded.cognito.directory.LinkedIdentity.Source;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Users by the identities they have elsewhere; users without any cost nothing. */
final class IdentityIndex {

    private final Map<Source, Long> sequences = new ConcurrentHashMap<>();

    void add(User user) {
        for (LinkedIdentity identity : user.security().identities()) {
            sequences.put(identity.source(), user.sequence());
        }
    }

    void remove(User user) {
        for (LinkedIdentity identity : user.security().identities()) {
            sequences.remove(identity.source(), user.sequence());
        }
    }

    Optional<Long> find(Source source) {
        return Optional.ofNullable(sequences.get(source));
    }
}
