package io.github.cognitoconnector.embedded.cognito.directory;

import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device that a user confirmed at a sign-in.
 *
 * @param name as the client calls it; null if it does not
 * @param remembered whether it stands for a second factor
 */
public record Device(String key, @Nullable String name, boolean remembered, Verifier verifier, Times times) {

    /** How the device proves itself in the Secure Remote Password protocol. */
    public record Verifier(BigInteger salt, BigInteger value) {

        /** Whoever has it can guess the secret. */
        @Override
        public String toString() {
            return "Verifier";
        }
    }

    public record Times(Instant createdAt, Instant modifiedAt, Instant authenticatedAt) {}

    public Device remembered(boolean now, Instant when) {
        Times changed = new Times(times.createdAt(), when, times.authenticatedAt());
        return new Device(key, name, now, verifier, changed);
    }

    public Device authenticated(Instant when) {
        Times changed = new Times(times.createdAt(), times.modifiedAt(), when);
        return new Device(key, name, remembered, verifier, changed);
    }
}
