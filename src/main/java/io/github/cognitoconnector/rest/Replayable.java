package io.github.cognitoconnector.rest;

/** An answer of which not everything may be kept for repeats. */
public interface Replayable {

    /** The same without what is shown only once. */
    Object replayed();
}
