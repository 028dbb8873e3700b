package io.github.cognitoconnector.ops;

import java.time.Instant;

/** When something ends without which an app's calls fail. */
record CredentialEnd(String appId, Kind kind, Instant endsAt) {

    /** What ends. */
    enum Kind {
        CERTIFICATE("certificate"),
        /** Only one whose renewal fails. */
        SESSION("session");

        private final String tag;

        Kind(String tag) {
            this.tag = tag;
        }

        /** What metrics call it. */
        String tag() {
            return tag;
        }
    }

    boolean ended(Instant now) {
        return !endsAt.isAfter(now);
    }
}
