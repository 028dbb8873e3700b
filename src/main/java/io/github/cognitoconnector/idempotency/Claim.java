package io.github.cognitoconnector.idempotency;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/** What becomes of a request that names a key. */
sealed interface Claim {

    /**
     * It is to be carried out.
     *
     * @param attempt counts from 1; whoever has a lower number has lost the key
     * @param firstAt when the first attempt began
     * @param repeated whether there was one before this
     */
    record Mine(Use use, int attempt, Instant firstAt, boolean repeated) implements Claim {

        /** Names the request: the same for all its attempts, and for no other request. */
        UUID name() {
            byte[] key = use.binding();
            return UUID.nameUUIDFromBytes(ByteBuffer.allocate(key.length + Long.BYTES + Integer.BYTES)
                    .put(key)
                    .putLong(firstAt.getEpochSecond())
                    .putInt(firstAt.getNano())
                    .array());
        }
    }

    /**
     * It was carried out.
     *
     * @param sealedAnswer Base64
     */
    record Done(String sealedAnswer) implements Claim {}

    /** It is being carried out. */
    record InFlight() implements Claim {}

    /** The key belongs to another request. */
    record Mismatch() implements Claim {}
}
