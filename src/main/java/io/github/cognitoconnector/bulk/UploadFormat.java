package io.github.cognitoconnector.bulk;

import io.github.cognitoconnector.problem.ProblemException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** How the rows of an upload are written down. */
interface UploadFormat {

    /** Rows of one upload. */
    int MAX_ROWS = 500_000;

    /**
     * Hands over row after row while the upload still arrives, with a bounded part of it in memory. What has been handed
     * over counts only once this returns: a fault of the upload as a whole may stand behind good rows.
     *
     * @throws ProblemException {@code INVALID_REQUEST} with the line in question where the upload is malformed as a whole;
     *     {@code CONTENT_TOO_LARGE} where it has too many rows; what {@code each} throws goes through
     * @throws UncheckedIOException where the upload breaks off
     */
    void read(InputStream body, Consumer<UploadedRow> each);
}
