package io.github.cognitoconnector.bulk;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.CsvCells;
import java.util.ArrayList;
import java.util.List;

/** Collects the fields of one record after the other, and gives up on a record at the first that must not be. */
final class CsvRowHandler extends AbstractBaseCsvCallbackHandler<CsvRow> {

    static final int MAX_FIELDS = 200;

    private final CsvLines lines;
    private final List<String> cells = new ArrayList<>();
    private int startingLine;

    CsvRowHandler(CsvLines lines) {
        this.lines = lines;
    }

    /** The field that is being read, counted from 1. */
    int field() {
        return cells.size() + 1;
    }

    /** The field that is being read is wrong. */
    ProblemException refused(String what) {
        return MalformedUpload.atField(startingLine, field(), what);
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        startingLine =
                lines.beginRecord(); // the parser miscounts where line ends of different kinds stand in one field
        cells.clear();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (cells.size() == MAX_FIELDS) {
            throw refused("A record has at most " + MAX_FIELDS + " fields.");
        }
        String cell = new String(buffer, offset, length);
        if (!quoted && cell.indexOf('"') >= 0) {
            throw refused("A field with a quotation mark stands in quotation marks, and those within it are doubled.");
        }
        cells.add(CsvCells.restored(cell));
    }

    @Override
    protected CsvRow buildRecord() {
        return new CsvRow(startingLine, cells);
    }
}
