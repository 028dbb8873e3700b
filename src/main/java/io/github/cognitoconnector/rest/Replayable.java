package io.github.cognitoconnector.rest;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An answer of which not everything may be kept for repeats. */
@RegisterForReflection
public interface Replayable {

    /** The same without what is shown only once. */
    Object replayed();
}
