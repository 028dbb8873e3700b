package io.github.cognitoconnector.job;

import java.util.Collection;
import java.util.Set;

/** Adds rows to a job that is about to begin. */
public interface Preparation {

    /** Which of these keys the rows of the upload have, whatever their case. */
    Set<String> named(Collection<String> keys);

    /** Adds a row; kept when the preparation ends. */
    void add(NewRow row);
}
