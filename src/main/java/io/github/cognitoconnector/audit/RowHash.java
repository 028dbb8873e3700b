package io.github.cognitoconnector.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over everything that a row says and the hash of the row before it. Each field is written as the number of its
 * bytes in UTF-8, a colon and the bytes; what is not there as a minus sign; a list as the number of its items, an equals
 * sign and the items. So no two rows look alike. The first field is {@link #FORMAT}, which changes with the fields.
 */
final class RowHash {

    static final int FORMAT = 1;

    private final MessageDigest digest;

    private RowHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * @param at to the microsecond, as the database keeps it
     * @return 64 hexadecimal digits
     */
    static String of(String chain, long seq, Instant at, AuditEntry entry, String previousHash) {
        RowHash hash = new RowHash();
        hash.add(FORMAT).add(chain).add(seq).add(ChronoUnit.MICROS.between(Instant.EPOCH, at));
        hash.add(entry.caller().kind())
                .add(entry.caller().clientId())
                .add(entry.caller().sub());
        hash.add(entry.operation());
        hash.add(entry.target().thing())
                .add(entry.target().part())
                .add(entry.target().userSub());
        hash.add(entry.outcome().name()).add(entry.status()).add(entry.problem());
        hash.add(entry.traceId());
        hash.count(entry.changes().size());
        entry.changes().forEach(change -> hash.add(change.name()).add(change.value()));
        hash.add(previousHash);
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private RowHash add(@Nullable Object field) {
        if (field == null) {
            digest.update((byte) '-');
        } else {
            byte[] bytes = field.toString().getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return this;
    }

    private void count(int items) {
        digest.update((items + "=").getBytes(StandardCharsets.US_ASCII));
    }
}
