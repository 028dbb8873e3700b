package io.github.cognitoconnector.secret;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys that encrypt what must not be read: authenticated encryption, the primary key writes, all keys read. A keyset
 * in a file is read again when the file has changed, so that keys are replaced while the service runs.
 */
@ApplicationScoped
public class SecretKeyset {

    private static final Logger LOG = Logger.getLogger(SecretKeyset.class);
    private static final Duration BETWEEN_UNKNOWN_KEYS = Duration.ofSeconds(1);
    private static final String NOT_READ = "";

    private final KeysetSource source;
    private final Clock clock;
    private final Lock reading = new ReentrantLock();
    private volatile @Nullable Keyset current;
    private String currentDigest = NOT_READ;
    private @Nullable String refusedDigest;
    private Instant nextUnknownKey = Instant.MIN;

    SecretKeyset(KeysetSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Produces
    @Singleton
    Aead aead() {
        return new CurrentAead(this);
    }

    /** Whether the operator gave a keyset, which is what secrets can be kept with. */
    public boolean configured() {
        return source.configured();
    }

    /** Whether what this key has encrypted can be read now. */
    public boolean knows(long keyId) {
        return current().knows(keyId);
    }

    /**
     * Reads the keyset for the first time.
     *
     * @throws UnusableKeysetException if it cannot be used; the message is for the operator
     */
    public void load() {
        reading.lock();
        try {
            if (current != null) {
                return;
            }
            if (source.configured()) {
                String text = source.text();
                current = source.parse(text);
                currentDigest = digest(text);
            } else {
                LOG.warn("connector.secrets.keyset is not set: apps cannot keep secrets of their own, and cursors and"
                        + " the answers of idempotency keys are valid on this replica only, until it stops.");
                current = KeysetSource.generate();
            }
        } finally {
            reading.unlock();
        }
    }

    /**
     * Looks at the file, if there is one; a keyset that cannot be used leaves the one there is in its place.
     *
     * @return whether there is another keyset now
     */
    public boolean refresh() {
        Keyset before = current();
        if (!source.isFile()) {
            return false;
        }
        reading.lock();
        try {
            return take(source.text(), before);
        } catch (UnusableKeysetException e) {
            complain(NOT_READ, e);
            return false;
        } finally {
            reading.unlock();
        }
    }

    private boolean take(String text, Keyset before) {
        String digest = digest(text);
        if (digest.equals(currentDigest)) {
            refusedDigest = null;
            return false;
        }
        try {
            Keyset read = source.parse(text);
            current = read;
            currentDigest = digest;
            refusedDigest = null;
            LOG.infof("The keyset has changed: the primary key was %d and is %d.", before.primary(), read.primary());
            return true;
        } catch (UnusableKeysetException e) {
            complain(digest, e);
            return false;
        }
    }

    /** Once for each content; it is tried again each time, since it may be KMS that was away. */
    private void complain(String digest, UnusableKeysetException e) {
        if (!digest.equals(refusedDigest)) {
            LOG.errorf("The keyset stays as it was: %s", e.sentence());
            refusedDigest = digest;
        }
    }

    Keyset current() {
        if (current == null) {
            load();
        }
        return Objects.requireNonNull(current);
    }

    /**
     * The current keyset, after a look at the file if it does not know the key: another replica may have written with a
     * key that has only just come. At most every second, since anybody can name unknown keys.
     */
    Keyset knowing(long keyId) {
        Keyset known = current();
        if (known.knows(keyId)) {
            return known;
        }
        reading.lock();
        try {
            Instant now = clock.instant();
            if (!current().knows(keyId) && !now.isBefore(nextUnknownKey)) {
                nextUnknownKey = now.plus(BETWEEN_UNKNOWN_KEYS);
                refresh();
            }
            return current();
        } finally {
            reading.unlock();
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
