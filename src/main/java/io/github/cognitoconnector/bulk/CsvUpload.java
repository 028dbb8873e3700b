package io.github.cognitoconnector.bulk;

import io.github.cognitoconnector.problem.ProblemException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A header, and below it one user on each line; Cognito's own header of CSV imports is one of those taken. */
final class CsvUpload implements UploadFormat {

    private final ColumnMapping mapping;
    private final int maxRows;

    CsvUpload(ColumnMapping mapping) {
        this(mapping, MAX_ROWS);
    }

    CsvUpload(ColumnMapping mapping, int maxRows) {
        this.mapping = mapping;
        this.maxRows = maxRows;
    }

    @Override
    public void read(InputStream body, Consumer<UploadedRow> each) {
        CsvRows rows = new CsvRows(new Utf8Lines(body));
        @Nullable CsvRow header = rows.next();
        if (header == null) {
            throw MalformedUpload.atLine(1, "There is no header. The first line names the columns.");
        }
        CsvColumns columns = CsvColumns.of(header, mapping);
        RowCount count = new RowCount(maxRows);
        for (CsvRow row = rows.next(); row != null; row = rows.next()) {
            checkWidth(row, header.cells().size());
            each.accept(columns.user(count.next(), row));
        }
    }

    /** @throws ProblemException {@code INVALID_REQUEST} */
    private static void checkWidth(CsvRow row, int expected) {
        int width = row.cells().size();
        if (width != expected) {
            throw MalformedUpload.atField(
                    row.line(),
                    Math.min(width, expected) + 1,
                    "The header has " + expected + " fields, this record has " + width + ".");
        }
    }
}
