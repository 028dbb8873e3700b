package io.github.cognitoconnector.database;

import java.util.Locale;

/** What replicas tell each other changes of. The table {@code change} has a row for each. */
public enum Topic {
    /** Registrations of apps. */
    APP,
    /** Whose tokens are not taken any more. */
    REVOCATION;

    /** What the table calls it. */
    String row() {
        return name().toLowerCase(Locale.ROOT);
    }
}
