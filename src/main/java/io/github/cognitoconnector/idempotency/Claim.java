package io.github.cognitoconnector.idempotency;

import java.time.Instant;

/** What becomes of a request that names a key. */
sealed interface Claim {

    /**
     * It is to be carried out.
     *
     * @param attempt counts from 1; whoever has a lower number has lost the key
     * @param firstAt when the first attempt began
     * @param repeated whether there was one before this
     */
    record Mine(Use use, int attempt, Instant firstAt, boolean repeated) implements Claim {}

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
