package io.github.cognitoconnector.bulk;

import io.github.cognitoconnector.problem.ProblemException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a CSV parser line by line, so that when it stumbles the line is known, and the length of a record that spreads over
 * many lines can be watched, neither of which depends on the portions in which the text arrives.
 */
final class CsvLines extends Reader {

    /** Characters of one record with its quotation marks, separators and inner line ends. */
    static final int MAX_RECORD_LENGTH = 16_000;

    private final Utf8Lines lines;
    private String line = "";
    private int position;
    private int lengthOfRecord;
    private boolean ended;

    CsvLines(Utf8Lines lines) {
        this.lines = lines;
    }

    /** What is read from now on belongs to another record, which begins on the line with this number. */
    int beginRecord() {
        lengthOfRecord = 0;
        return number() + 1;
    }

    /** Of the line that was read last, counted from 1. */
    int number() {
        return lines.number();
    }

    /** Whether the text has been read to its end. */
    boolean ended() {
        return ended;
    }

    /** @throws ProblemException {@code INVALID_REQUEST} where a line is refused, or the record has become too long */
    @Override
    public int read(char[] target, int offset, int length) {
        if (position == line.length() && !advance()) {
            return -1;
        }
        int count = Math.min(length, line.length() - position);
        line.getChars(position, position + count, target, offset);
        position += count;
        return count;
    }

    private boolean advance() {
        @Nullable String next = ended ? null : lines.next();
        if (next == null) {
            ended = true;
            return false;
        }
        line = next;
        position = 0;
        if (lengthOfRecord + Utf8Lines.withoutEnd(next).length() > MAX_RECORD_LENGTH) {
            throw MalformedUpload.atLine(
                    number(),
                    "A record has at most " + MAX_RECORD_LENGTH
                            + " characters. Look for a quotation mark that is never closed.");
        }
        lengthOfRecord += next.length();
        return true;
    }

    @Override
    public void close() {
        // the upload is its owner's to close
    }
}
