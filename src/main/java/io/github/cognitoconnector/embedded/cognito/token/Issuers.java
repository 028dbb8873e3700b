package io.github.cognitoconnector.embedded.cognito.token;

import java.util.function.IntSupplier;

/**
 * The issuers of tokens, one per pool.
 *
 * @param port asked anew each time, since it is known only once the server listens
 */
public record Issuers(IntSupplier port) {

    /** Where the server listens. */
    public String base() {
        return "http://127.0.0.1:" + port.getAsInt();
    }

    String of(String poolId) {
        return base() + "/" + poolId;
    }
}
