package io.github.cognitoconnector.embedded.cognito.token;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The signing keys that all pools of this process share: one for id tokens, one for access tokens, and those that were
 * rotated away less than a day ago, the longest life of a token. New keys are made in the background; whoever needs one
 * waits for it.
 */
public final class KeyRing {

    private static final Duration PUBLISHED_AFTER_ROTATION = Duration.ofDays(1);

    private final InstantSource clock;
    private final List<Retired> retired = new CopyOnWriteArrayList<>();
    private volatile Current current;

    private record Current(CompletableFuture<SigningKey> id, CompletableFuture<SigningKey> access) {

        Stream<SigningKey> keys() {
            return Stream.of(id.join(), access.join());
        }
    }

    private record Retired(SigningKey key, Instant until) {}

    /**
     * Begins to make the keys.
     *
     * @param accessKey a PEM file that fixes the first key for access tokens, or null
     * @param configurationKey what to blame if the file is unusable
     */
    public KeyRing(InstantSource clock, @Nullable Path accessKey, String configurationKey) {
        this.clock = clock;
        this.current = new Current(
                generate(),
                accessKey == null
                        ? generate()
                        : CompletableFuture.completedFuture(PemFile.read(accessKey, configurationKey)));
    }

    private static CompletableFuture<SigningKey> generate() {
        return CompletableFuture.supplyAsync(SigningKey::generate);
    }

    /** Signs with new keys from now on; the old ones stay in the key set for a day. */
    public synchronized void rotate() {
        Instant until = clock.instant().plus(PUBLISHED_AFTER_ROTATION);
        retired.removeIf(this::isGone);
        current.keys().forEach(key -> retired.add(new Retired(key, until)));
        current = new Current(generate(), generate());
    }

    String signIdToken(ObjectNode claims) {
        return current.id().join().sign(claims);
    }

    String signAccessToken(ObjectNode claims) {
        return current.access().join().sign(claims);
    }

    Optional<PublicKey> find(@Nullable String keyId) {
        return published()
                .filter(key -> key.id().equals(keyId))
                .map(SigningKey::publicKey)
                .findFirst();
    }

    ObjectNode describe() {
        ObjectNode set = Json.object();
        ArrayNode keys = set.putArray("keys");
        published().forEach(key -> keys.add(key.describe()));
        return set;
    }

    private Stream<SigningKey> published() {
        Stream<SigningKey> old = retired.stream().filter(key -> !isGone(key)).map(Retired::key);
        return Stream.concat(current.keys(), old);
    }

    private boolean isGone(Retired key) {
        return clock.instant().isAfter(key.until());
    }
}
