package io.github.cognitoconnector.rest;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cells as exports and results write them. A spreadsheet takes a cell for a formula by its first character, so such a cell
 * gets an apostrophe before it. So does a cell that has apostrophes before such a character of its own, so that taking one
 * away gives every cell back as it was: {@code +49} and {@code '+49} are told apart.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class CsvCells {

    /** In full width too, which spreadsheets read like the plain ones. */
    private static final String FORMULA = "[=+\\-@\\t\\r\\n\\x00\uFF1D\uFF0B\uFF0D\uFF20]";

    private static final Pattern TO_NEUTRALISE = Pattern.compile("'*" + FORMULA);
    private static final Pattern NEUTRALISED = Pattern.compile("'+" + FORMULA);
    private static final Pattern TO_QUOTE = Pattern.compile("[\",\r\n]");

    private CsvCells() {}

    /** One record as RFC 4180 has it, but with LF at its end, as the lines of NDJSON have, and as tools for lines want it. */
    public static String line(List<String> cells) {
        if (cells.size() == 1 && cells.getFirst().isEmpty()) {
            return "\"\"\n";
        }
        return cells.stream().map(CsvCells::written).collect(Collectors.joining(",", "", "\n"));
    }

    /** The cell that was written so; a cell that nobody neutralised is as it stands there. */
    public static String restored(String cell) {
        return NEUTRALISED.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }

    private static String written(String cell) {
        String harmless = TO_NEUTRALISE.matcher(cell).lookingAt() ? "'" + cell : cell;
        return TO_QUOTE.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
