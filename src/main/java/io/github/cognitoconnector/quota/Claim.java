package io.github.cognitoconnector.quota;

/** What came of asking for slots. */
sealed interface Claim {

    /** Slots of this replica's. */
    record Granted(Lease lease) implements Claim {}

    /** The line is too long. */
    record Full() implements Claim {}

    /** The database does not answer. */
    record Away() implements Claim {}
}
