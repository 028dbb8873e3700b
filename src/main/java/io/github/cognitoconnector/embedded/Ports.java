package io.github.cognitoconnector.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports on loopback. */
final class Ports {

    private Ports() {}

    /** @throws IllegalStateException in one sentence, if something listens there already */
    static void requireFree(int port, String key) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Port " + port + " is in use; stop what listens there, or set " + key + " to another port.", e);
        }
    }
}
