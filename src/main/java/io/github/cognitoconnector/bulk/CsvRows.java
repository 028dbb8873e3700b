package io.github.cognitoconnector.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.cognitoconnector.problem.ProblemException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The records of a CSV text as RFC 4180 has them, blank lines left out, with any of the three line ends. */
final class CsvRows {

    private final CsvLines lines;
    private final CsvRowHandler handler;
    private final Iterator<CsvRow> rows;

    CsvRows(Utf8Lines text) {
        this.lines = new CsvLines(text);
        this.handler = new CsvRowHandler(lines);
        this.rows = CsvReader.builder()
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(handler, lines)
                .iterator();
    }

    /**
     * The next record; null behind the last one.
     *
     * @throws ProblemException {@code INVALID_REQUEST}
     * @throws UncheckedIOException where the text breaks off
     */
    @Nullable CsvRow next() {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (CsvParseException e) {
            throw failure(e);
        }
    }

    /** What reading the lines throws comes wrapped. */
    private RuntimeException failure(CsvParseException e) {
        return switch (e.getCause()) {
            case null -> wrongQuotes();
            case RuntimeException cause -> cause;
            default -> e;
        };
    }

    /** Parsers' messages show the text, so what they say is said anew. */
    private ProblemException wrongQuotes() {
        return lines.ended()
                ? handler.refused("The quotation mark that opens this field is never closed.")
                : MalformedUpload.atField(
                        lines.number(),
                        handler.field(),
                        "There is text behind the closing quotation mark. Double the quotation marks within a field.");
    }
}
