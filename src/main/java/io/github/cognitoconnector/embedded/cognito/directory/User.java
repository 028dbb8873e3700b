package io.github.cognitoconnector.embedded.cognito.directory;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A snapshot of one user; every change makes a new one. */
public record User(Identity identity, Attributes attributes, Standing standing, Security security, Instant modifiedAt) {

    /** A user without second factors, devices and identities. */
    public static User of(Identity identity, Attributes attributes, Standing standing, Instant now) {
        return new User(identity, attributes, standing, Security.NONE, now);
    }

    /**
     * What never changes.
     *
     * @param sequence the place in the order of creation, unique in the pool
     */
    public record Identity(long sequence, String username, String sub, Instant createdAt) {}

    /** Whether and how the user can sign in. */
    public record Standing(
            UserStatus status, boolean enabled, @Nullable Credential credential) {

        public Standing enabled(boolean now) {
            return new Standing(status, now, credential);
        }
    }

    /**
     * A password that lets the user in.
     *
     * @param expiresAt null for a password that does not expire
     */
    public record Credential(
            PasswordHash password, @Nullable Instant expiresAt) {}

    public User with(Attributes newAttributes, Instant now) {
        return new User(identity, newAttributes, standing, security, now);
    }

    public User with(Standing newStanding, Instant now) {
        return new User(identity, attributes, newStanding, security, now);
    }

    public User with(Security newSecurity, Instant now) {
        return new User(identity, attributes, standing, newSecurity, now);
    }

    public String username() {
        return identity.username();
    }

    public String sub() {
        return identity.sub();
    }

    public long sequence() {
        return identity.sequence();
    }

    public UserStatus status() {
        return standing.status();
    }

    /** The value of an attribute, or of {@code username} or {@code sub}, which are none. */
    public Optional<String> value(String name) {
        return switch (name) {
            case "username" -> Optional.of(username());
            case "sub" -> Optional.of(sub());
            default -> attributes.get(name);
        };
    }
}
