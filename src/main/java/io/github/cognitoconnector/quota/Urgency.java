package io.github.cognitoconnector.quota;

import java.util.Locale;

/** Who waits for whom. */
enum Urgency {
    /** Somebody waits for the answer. */
    INTERACTIVE(1),

    /** A job, which takes what callers leave; and a little less of it, so that jitter has nobody throttled. */
    BACKGROUND(0.98);

    private final double share;

    Urgency(double share) {
        this.share = share;
    }

    /** Of the limit. */
    double share() {
        return share;
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
