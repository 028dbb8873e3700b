package io.github.cognitoconnector.cognito;

import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** A client that several calls use at a time, and that closes when it is retired and the last of them has ended. */
final class LeasedClient {

    private final CognitoIdentityProviderClient sdk;
    private final Runnable refused;
    private final Runnable closed;

    /** Calls in flight, and one for whoever keeps the client; 0 is closed, for good. */
    private final AtomicInteger leases = new AtomicInteger(1);

    /**
     * @param refused what to do when AWS has refused the credentials of a call
     * @param closed what to do when the client is closed
     */
    LeasedClient(CognitoIdentityProviderClient sdk, Runnable refused, Runnable closed) {
        this.sdk = sdk;
        this.refused = refused;
        this.closed = closed;
    }

    CognitoIdentityProviderClient sdk() {
        return sdk;
    }

    /** Whether the client may be used; then {@link #release} has to follow. */
    boolean acquire() {
        return leases.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
    }

    /** AWS has refused the credentials of a call. */
    void refused() {
        refused.run();
    }

    /** The last one closes the door. */
    void release() {
        if (leases.decrementAndGet() == 0) {
            sdk.close();
            closed.run();
        }
    }
}
