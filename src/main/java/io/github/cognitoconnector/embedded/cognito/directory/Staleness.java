package io.github.cognitoconnector.embedded.cognito.directory;

import java.time.Duration;

/** How long a write stays unseen in lists, which Cognito keeps consistent only eventually (contract row 20). */
public final class Staleness {

    private volatile Duration window = Duration.ZERO;

    public void set(Duration newWindow) {
        window = newWindow;
    }

    Duration window() {
        return window;
    }
}
