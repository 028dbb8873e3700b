package io.github.cognitoconnector.bulk;

import java.util.List;

/**
 * One record of a CSV text.
 *
 * @param line on which it begins, counted from 1
 */
record CsvRow(int line, List<String> cells) {

    CsvRow {
        cells = List.copyOf(cells);
    }

    @Override
    public String toString() {
        return "CsvRow[line=" + line + ", cells=" + cells.size() + "]";
    }
}
