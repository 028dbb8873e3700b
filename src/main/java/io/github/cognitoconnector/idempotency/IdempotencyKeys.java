package io.github.cognitoconnector.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keys that callers have named their requests with, and what was answered. */
@ApplicationScoped
class IdempotencyKeys {

    private static final Logger LOG = Logger.getLogger(IdempotencyKeys.class);

    private final IdempotencyRepository stored;
    private final Aead aead;
    private final ObjectMapper json;

    IdempotencyKeys(IdempotencyRepository stored, Aead aead, ObjectMapper json) {
        this.stored = stored;
        this.aead = aead;
        this.json = json;
    }

    /** Blocks. */
    Claim claim(Use use) {
        return stored.claim(use);
    }

    /**
     * What keeps the answer, or lets a repeat try again; it blocks. That it fails changes nothing of what was done and
     * answered: then a repeat finds the request under way until it is taken for lost, and goes on where it stopped.
     */
    Runnable ending(Claim.Mine claim, ContainerResponseContext response) {
        StoredAnswer answer = StoredAnswer.of(response, claim.use().upload(), json);
        return () -> end(claim, answer);
    }

    private void end(Claim.Mine claim, @Nullable StoredAnswer answer) {
        try {
            stored.end(claim, answer == null ? null : seal(claim.use(), answer));
        } catch (RuntimeException e) {
            LOG.warnf("The answer to a request with an idempotency key could not be kept: %s", e);
        }
    }

    /** @return empty if it was sealed with a key that this replica does not have */
    Optional<StoredAnswer> open(Use use, Claim.Done done) {
        try {
            return Optional.of(json.readValue(
                    aead.decrypt(Base64.getDecoder().decode(done.sealedAnswer()), use.binding()), StoredAnswer.class));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("A stored answer is none", e);
        }
    }

    private String seal(Use use, StoredAnswer answer) {
        try {
            return Base64.getEncoder().encodeToString(aead.encrypt(json.writeValueAsBytes(answer), use.binding()));
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be sealed", e);
        }
    }
}
