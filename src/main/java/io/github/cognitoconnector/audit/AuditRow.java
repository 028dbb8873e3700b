package io.github.cognitoconnector.audit;

import java.time.Instant;

/**
 * A row as it stands in its chain.
 *
 * @param seq 1 for the first one
 * @param format version of the encoding that the hash is made of
 * @param previousHash empty for the first one
 */
record AuditRow(String chain, long seq, int format, Instant at, AuditEntry entry, String previousHash, String hash) {

    /** The row that comes behind the head of its chain. */
    static AuditRow next(String chain, ChainEnd end, Instant at, AuditEntry entry) {
        long seq = end.seq() + 1;
        String hash = RowHash.of(chain, seq, at, entry, end.hash());
        return new AuditRow(chain, seq, RowHash.FORMAT, at, entry, end.hash(), hash);
    }

    /** Whether the hash is the one of what the row says. */
    boolean intact() {
        return format == RowHash.FORMAT
                && RowHash.of(chain, seq, at, entry, previousHash).equals(hash);
    }

    ChainEnd end() {
        return new ChainEnd(seq, hash);
    }
}
