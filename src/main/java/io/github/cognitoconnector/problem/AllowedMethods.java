package io.github.cognitoconnector.problem;

import java.util.Set;

/** Tells a path that does not exist from one that lacks the method. */
public interface AllowedMethods {

    /** The HTTP methods of the path as it was sent; empty if there is no such path. */
    Set<String> of(String rawPath);
}
