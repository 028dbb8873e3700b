package io.github.cognitoconnector.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file are called here, where it calls them otherwise.
 *
 * @param columns from the file's name to ours, which is empty for a column to be passed over
 */
record ColumnMapping(Map<String, String> columns) {

    private static final ColumnMapping NONE = new ColumnMapping(Map.of());

    ColumnMapping {
        columns = Map.copyOf(columns);
    }

    /**
     * Reads {@code E-Mail=email,Login=username,Notes=}. A file's name may hold {@code =}, and with the entry in quotation
     * marks, as in CSV, a comma as well: {@code "Surname, first name=name"}.
     *
     * @throws ProblemException {@code INVALID_REQUEST}
     */
    static ColumnMapping parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return NONE;
        }
        Map<String, String> columns = new HashMap<>();
        Set<String> targets = new HashSet<>();
        int number = 0;
        for (String entry : entries(text)) {
            number++;
            int split = entry.lastIndexOf('=');
            if (split < 1) {
                throw refused(number, "is not a column of the file, =, and its name here, as in E-Mail=email.");
            }
            String target = target(number, entry.substring(split + 1));
            if (!target.isEmpty() && !targets.add(target)) {
                throw refused(number, "gives a name that another entry gives.");
            }
            if (columns.put(entry.substring(0, split), target) != null) {
                throw refused(number, "is about a column that another entry is about.");
            }
        }
        return new ColumnMapping(columns);
    }

    /** What the column with this name in the file means; empty if it is to be passed over. */
    String target(String name) {
        return columns.getOrDefault(name, Column.canonical(name));
    }

    /** @throws ProblemException {@code INVALID_REQUEST} where a file with these columns lacks one that is mapped */
    void checkAllIn(List<String> header) {
        if (!Set.copyOf(header).containsAll(columns.keySet())) {
            throw refused("The file does not have all the columns that are mapped.");
        }
    }

    private static String target(int entry, String name) {
        if (!name.isEmpty() && !Column.isPossible(name)) {
            throw refused(entry, "gives a name that no attribute has; those have no spaces and at most 32 characters.");
        }
        return Column.canonical(name);
    }

    private static List<String> entries(String text) {
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw notOneRecord();
        }
        try {
            return CsvReader.builder()
                    .allowUnclosedQuote(false)
                    .ofSingleCsvRecord(text)
                    .getFields();
        } catch (CsvParseException e) {
            throw notOneRecord();
        }
    }

    private static ProblemException notOneRecord() {
        return refused("This is not one CSV record of entries such as E-Mail=email.");
    }

    private static ProblemException refused(int entry, String what) {
        return refused("Entry " + entry + " " + what);
    }

    private static ProblemException refused(String what) {
        return ProblemException.field(ProblemType.INVALID_REQUEST, "/columns", what);
    }
}
