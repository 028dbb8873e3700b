package io.github.cognitoconnector.secret;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Brings secrets under the primary key while the service runs. Rows are taken in order, each batch in a transaction of
 * its own that holds its rows and passes over those that others hold: a crash loses one batch at most, and two replicas
 * at once share the work. A row that does not decrypt is counted, logged and left behind.
 */
@ApplicationScoped
public class SecretReencryption {

    private static final int BATCH = 200;
    private static final SecretEntity.Key START = new SecretEntity.Key("", "");

    private final SecretRepository secrets;
    private final SecretCipher cipher;
    private final SecretKeyset keyset;

    SecretReencryption(SecretRepository secrets, SecretCipher cipher, SecretKeyset keyset) {
        this.secrets = secrets;
        this.cipher = cipher;
        this.keyset = keyset;
    }

    private record Batch(SecretEntity.Key last, int reencrypted, int unreadable) {}

    /** Takes all rows once, with the keyset as it is by then; does nothing for rows under the primary key. */
    public Reencryption run() {
        long reencrypted = 0;
        long unreadable = 0;
        Optional<Batch> batch = next(START);
        while (batch.isPresent()) {
            reencrypted += batch.get().reencrypted;
            unreadable += batch.get().unreadable;
            batch = next(batch.get().last);
        }
        long others = secrets.countOthers(keyset.current().primary());
        return new Reencryption(reencrypted, unreadable, Math.max(0, others - unreadable));
    }

    /** How much there is to do; does nothing of it. */
    public Reencryption remaining() {
        keyset.refresh();
        return new Reencryption(0, 0, secrets.countOthers(keyset.current().primary()));
    }

    /** The keyset is looked at before the transaction begins, because that may call AWS KMS. */
    private Optional<Batch> next(SecretEntity.Key after) {
        keyset.refresh();
        Keyset keys = keyset.current();
        return QuarkusTransaction.requiringNew().call(() -> reencrypt(keys, after));
    }

    private Optional<Batch> reencrypt(Keyset keys, SecretEntity.Key after) {
        List<SecretEntity> rows = secrets.lockOthers(keys.primary(), after, BATCH);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        int done = 0;
        for (SecretEntity row : rows) {
            Optional<String> text = cipher.open(keys, row);
            text.ifPresent(clear -> cipher.seal(keys, row, clear));
            done += text.isPresent() ? 1 : 0;
        }
        return Optional.of(new Batch(rows.getLast().key(), done, rows.size() - done));
    }
}
