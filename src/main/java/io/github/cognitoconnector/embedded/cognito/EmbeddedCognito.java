package io.github.cognitoconnector.embedded.cognito;

import io.github.cognitoconnector.embedded.cognito.http.HttpDoor;
import io.github.cognitoconnector.embedded.cognito.token.Issuers;
import io.github.cognitoconnector.embedded.cognito.token.KeyRing;
import java.net.URI;

/**
 * An Amazon Cognito in this process, on one port of loopback, with demo data and with everything in memory. The issuer
 * of a pool is {@link #endpoint()} with the pool's id behind it.
 */
public final class EmbeddedCognito implements AutoCloseable {

    private static final String PORT_KEY = "connector.embedded.cognito.port";
    private static final String SIGNING_KEY_KEY = "connector.embedded.cognito.signing-key";

    private final HttpDoor door;

    private EmbeddedCognito(HttpDoor door) {
        this.door = door;
    }

    /**
     * Listens once this returns; the signing keys may still be under way, and the first to need one waits.
     *
     * @throws IllegalStateException if the port is taken
     * @throws IllegalArgumentException if the signing key cannot be read
     */
    public static EmbeddedCognito start(CognitoOptions options) {
        HttpDoor door = new HttpDoor();
        try {
            Application application = Assembly.of(
                    new Issuers(door::port), clock -> new KeyRing(clock, options.signingKey(), SIGNING_KEY_KEY));
            door.listen(options.port(), PORT_KEY, application);
            return new EmbeddedCognito(door);
        } catch (RuntimeException e) {
            door.close();
            throw e;
        }
    }

    public int port() {
        return door.port();
    }

    public URI endpoint() {
        return URI.create("http://" + HttpDoor.HOST + ":" + port());
    }

    /** Takes no new requests, lets those under way finish for up to five seconds, then lets the port go. */
    @Override
    public void close() {
        door.close();
    }
}
