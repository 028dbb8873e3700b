package io.github.cognitoconnector.bulk;

import io.github.cognitoconnector.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text in UTF-8, which end with LF, CRLF or CR. A byte order mark at its start is passed over. Holds one
 * line at most, however long a line arrives and in whatever portions. A character is a {@code char}: what needs two of
 * them counts twice, as in JavaScript and in most editors.
 */
final class Utf8Lines {

    /** Characters of one line, without what ends it. */
    static final int MAX_LENGTH = 16_000;

    private static final int BUFFER_SIZE = 8192;
    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream source;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_SIZE).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER_SIZE).flip();
    private final StringBuilder text = new StringBuilder();
    private int line;
    private boolean sourceEnded;

    Utf8Lines(InputStream source) {
        this.source = source;
    }

    /**
     * The next line with what ends it; null behind the last one.
     *
     * @throws ProblemException {@code INVALID_REQUEST} where the next line is too long, is not UTF-8 or has a U+0000
     * @throws UncheckedIOException where the source breaks off
     */
    @Nullable String next() {
        line++;
        text.setLength(0);
        if (line == 1 && peek() == BYTE_ORDER_MARK) {
            chars.get();
        }
        int next = peek();
        while (next != END) {
            append((char) next);
            if (next == '\n' || (next == '\r' && peek() != '\n')) {
                break;
            }
            next = peek();
        }
        return text.isEmpty() ? null : text.toString();
    }

    /** Of the line that {@link #next} gave last, counted from 1. */
    int number() {
        return line;
    }

    static String withoutEnd(String line) {
        int length = line.length();
        while (length > 0 && isEnd(line.charAt(length - 1))) {
            length--;
        }
        return line.substring(0, length);
    }

    private static boolean isEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private void append(char c) {
        if (!isEnd(c) && text.length() == MAX_LENGTH) {
            throw refused("A line has at most " + MAX_LENGTH + " characters.");
        }
        if (c == '\0') {
            throw refused("There is no U+0000 in text. Save the file as UTF-8, not as UTF-16 or UTF-32.");
        }
        text.append(c);
        chars.get();
    }

    private int peek() {
        return chars.hasRemaining() || decode() ? chars.get(chars.position()) : END;
    }

    /** Whether there are more characters. What is malformed is told only once all that stands before it has been read. */
    private boolean decode() {
        chars.clear();
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, sourceEnded);
            if (chars.position() > 0 || (result.isUnderflow() && sourceEnded)) {
                return chars.flip().hasRemaining();
            }
            if (result.isError()) {
                chars.flip();
                throw refused("This is not UTF-8. Save the file as UTF-8.");
            }
            fetch();
        }
    }

    private void fetch() {
        bytes.compact();
        try {
            int count = source.read(bytes.array(), bytes.position(), bytes.remaining());
            sourceEnded = count < 0;
            bytes.position(bytes.position() + Math.max(count, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes.flip();
    }

    /** A CR that turns out to be all that ends a line has the fault behind it on the next one. */
    private ProblemException refused(String what) {
        boolean ended = !text.isEmpty() && text.charAt(text.length() - 1) == '\r';
        return ended
                ? MalformedUpload.atColumn(line + 1, 1, what)
                : MalformedUpload.atColumn(line, text.length() + 1, what);
    }
}
