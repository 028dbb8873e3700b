package io.github.cognitoconnector.connection;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the probes of one connection test are about: a pool, and names that nobody and nothing in it has. */
final class ProbeTarget {

    private final String pool;

    /** No {@code sub} either, which Cognito takes in the place of a username. */
    private final String unknown = "connection-test-" + UUID.randomUUID();

    private @Nullable String seenGroup;

    ProbeTarget(String pool) {
        this.pool = pool;
    }

    String pool() {
        return pool;
    }

    String nobody() {
        return unknown;
    }

    String noGroup() {
        return unknown;
    }

    /** Ids of clients have neither hyphens nor underscores. */
    String noClient() {
        return unknown.replace("-", "");
    }

    String noDevice() {
        return pool.substring(0, pool.indexOf('_') + 1) + UUID.randomUUID();
    }

    /** One that every policy allows, for nobody. */
    String password() {
        return "Aa1!" + unknown;
    }

    /** A group that exists. */
    void seen(String group) {
        seenGroup = group;
    }

    Optional<String> seenGroup() {
        return Optional.ofNullable(seenGroup);
    }
}
